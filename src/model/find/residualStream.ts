import type { GraphIndex } from '../onnx/graphIndex';
import type { OnnxNode } from '../onnx/onnxGraph';
import { floatType } from '../shapes/floatType';
import type { ResidualStream, Stack } from './attentionLayer';
import { headOutputs } from './headOutputs';
import type { FoundAttention, KnownGraph } from './matchers/matcher';

/** Operators that add two streams; those with a norm inside give the sum too, as a later output. */
const SUMS = new Set(['Add', 'SkipLayerNormalization', 'SkipSimplifiedLayerNormalization']);

/** Operators that leave the numbers of a state as they are. */
const KEEPS = new Set(['Identity', 'Cast', 'Reshape', 'Dropout', 'Unsqueeze', 'Squeeze']);

/** Tensors looked at from one place: a layer's parts lie near one another. */
const FARTHEST = 400;

/** One step along the stream: from an input of a node of this kind to one of its outputs. */
interface Step {
  op: string;
  input: number;
  output: number;
}

/** Where the attention of a layer is added to the stream. */
interface Junction {
  node: OnnxNode;
  before: string;
  attention: string;
}

/**
 * The residual stream of each layer, `null` where it is not found. The stream is the summand that a layer's queries
 * are made of, at the sum which its attention goes into; the states after a layer are what the next layer of its stack
 * reads there. After the last one they are at the same place behind its sum as in the layer before it, so a stack of
 * one layer has none.
 */
export function findStreams(
  found: readonly FoundAttention[],
  stacks: readonly Stack[],
  known: KnownGraph,
): (ResidualStream | null)[] {
  const { index, shapes } = known;
  const junctions = found.map((layer) => junctionOf(layer, index));
  const isState = (tensor: string) => shapes.shape(tensor)?.length === 3;
  return found.map((layer, i) => {
    const junction = junctions[i];
    const inStack = [...stacks.keys()].filter((k) => stacks[k] === stacks[i]);
    const place = inStack.indexOf(i);
    const [earlier, next] = [junctions[inStack[place - 1] ?? -1], junctions[inStack[place + 1] ?? -1]];
    if (!junction || stacks[i] === 'cross') return null;
    const isLast = place === inStack.length - 1;
    const way = isLast
      ? earlier && wayBack(junction.before, earlier.node, index)
      : next && wayBack(next.before, junction.node, index);
    const after = isLast ? way && replay(junction.node, way, index) : next?.before;
    if (!way || !after || ![junction.before, junction.attention, after].every(isState)) return null;
    return {
      before: junction.before,
      attention: junction.attention,
      after,
      heads: headOutputs(layer, junction.attention, known),
      additive: way.every(({ op, output }) => KEEPS.has(op) || op === 'Add' || output === 3),
      dtype: floatType(after, index),
    };
  });
}

/** The first sum behind a layer's attention whose other summand its queries are made of. */
function junctionOf({ result, query }: FoundAttention, index: GraphIndex): Junction | undefined {
  const sources = near([query], (tensor) => index.producer.get(tensor)?.inputs ?? []);
  const reached = new Set(result.outputs);
  let junction: Junction | undefined;
  near(result.outputs, (tensor) => {
    for (const node of index.consumers.get(tensor) ?? []) {
      if (junction) return [];
      const other = node.inputs.slice(0, 2).find((name) => name !== tensor) ?? '';
      if (SUMS.has(node.opType) && sources.has(other) && index.activations.has(other) && !reached.has(other))
        junction = { node, before: plain(other, index), attention: tensor };
      for (const output of node.outputs) reached.add(output);
    }
    return junction ? [] : (index.consumers.get(tensor) ?? []).flatMap(({ outputs }) => outputs);
  });
  return junction;
}

/** The tensor that casts made this one of. */
function plain(tensor: string, { producer }: GraphIndex): string {
  let at = tensor;
  for (
    let node = producer.get(at);
    node && ['Cast', 'Identity'].includes(node.opType);
    node = producer.get(at)
  )
    at = node.inputs[0] ?? '';
  return at;
}

/** Tensors around some, the nearest first; `more` gives a tensor's neighbours. */
function near(from: readonly string[], more: (tensor: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  let open = from;
  while (open.length > 0 && seen.size < FARTHEST) {
    const next: string[] = [];
    for (const tensor of open) {
      if (tensor === '' || seen.has(tensor)) continue;
      seen.add(tensor);
      next.push(...more(tensor));
    }
    open = next;
  }
  return seen;
}

/** The shortest way from an output of `node` to a tensor, the first step being that output alone. */
function wayBack(tensor: string, node: OnnxNode, { producer }: GraphIndex): Step[] | undefined {
  const ways = new Map<string, Step[]>([[tensor, []]]);
  let way: Step[] | undefined;
  near([tensor], (name) => {
    const made = producer.get(name);
    if (!made || way) return [];
    const [behind, output] = [ways.get(name)!, made.outputs.indexOf(name)];
    if (made === node) {
      way = [{ op: made.opType, input: 0, output }, ...behind];
      return [];
    }
    made.inputs.forEach((input, k) => {
      if (!ways.has(input)) ways.set(input, [{ op: made.opType, input: k, output }, ...behind]);
    });
    return made.inputs;
  });
  return way;
}

/** Where the same way leads from another node; `undefined` where it leads nowhere, or to several tensors. */
function replay(node: OnnxNode, way: readonly Step[], { consumers }: GraphIndex): string | undefined {
  const [first, ...steps] = way;
  let ends = new Set([node.outputs[first?.output ?? 0] ?? '']);
  for (const { op, input, output } of steps) {
    const reached = [...ends].flatMap((tensor) =>
      (consumers.get(tensor) ?? []).flatMap(({ opType, inputs, outputs }) => {
        const fits = opType === op && (op === 'Add' ? inputs.includes(tensor) : inputs[input] === tensor);
        return fits ? [outputs[output] ?? ''] : [];
      }),
    );
    ends = new Set(reached.slice(0, FARTHEST));
  }
  const [end] = ends;
  return ends.size === 1 && end ? end : undefined;
}
