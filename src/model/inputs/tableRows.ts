import { indexGraph, type GraphIndex } from '../onnx/graphIndex';
import type { OnnxNode, OnnxSubgraph } from '../onnx/onnxGraph';

/** Ops between an input and the look-up that pass its values on. */
const AFTER_INPUT = ['Cast', 'Identity', 'Reshape', 'Unsqueeze', 'Squeeze', 'Flatten'];
/** Ops between a weight and the look-up that leave its shape as it is. */
const AFTER_WEIGHT = ['Cast', 'Identity', 'DequantizeLinear'];

/**
 * For each input that looks up rows in a table, how many rows that has: the vocabulary of `input_ids`, the
 * positions of learned position embeddings. A table is a weight `[rows, width]`; it may stand inside a branch, as in
 * merged decoders.
 */
export function tableRows(graph: GraphIndex): Map<string, number> {
  const { inputs, initializers, producer, consumers } = graph;
  const rows = new Map<string, number>();
  const weightRows = (name: string): number | undefined => {
    const weight = initializers.get(name);
    if (weight) return weight.dims.length === 2 ? weight.dims[0] : undefined;
    const node = producer.get(name);
    return node && isOneOf(node, AFTER_WEIGHT) ? weightRows(node.inputs[0] ?? '') : undefined;
  };
  for (const input of inputs.keys()) {
    const open = [input];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const node of consumers.get(name) ?? []) {
        if (isOneOf(node, AFTER_INPUT) && node.inputs[0] === name) open.push(...node.outputs);
        const found = tablesOf(node, name).flatMap((table) => weightRows(table) ?? []);
        if (found.length > 0) rows.set(input, Math.min(...found, rows.get(input) ?? Infinity));
      }
    }
  }
  for (const inner of innerGraphs(graph)) {
    for (const [input, count] of tableRows(inner))
      rows.set(input, Math.min(count, rows.get(input) ?? Infinity));
  }
  return rows;
}

/** Graphs inside a graph's nodes, which see its inputs and weights too. */
function innerGraphs({ nodes, inputs, initializers, opset }: GraphIndex): GraphIndex[] {
  const inner = nodes.flatMap(({ attributes }) =>
    [...attributes.values()].flatMap(({ graph }): OnnxSubgraph[] => (graph ? [graph] : [])),
  );
  return inner.map((graph) => {
    const weights = new Map([...initializers, ...graph.initializers]);
    return indexGraph({ ...graph, inputs: [...inputs.values()], initializers: weights }, opset);
  });
}

function isOneOf({ opType, domain }: OnnxNode, ops: readonly string[]): boolean {
  return domain === '' && ops.includes(opType);
}

/** Tables from which a node takes the rows that `indices` names. */
function tablesOf({ opType, domain, inputs, attributes }: OnnxNode, indices: string): string[] {
  return tableOf(opType, domain, attributes).flatMap(([at, table]) =>
    inputs[at] === indices && inputs[table] ? [inputs[table]] : [],
  );
}

/** Pairs of inputs of an op: the indices, and the table that they choose rows of. */
function tableOf(
  op: string,
  domain: string,
  attributes: OnnxNode['attributes'],
): readonly (readonly [number, number])[] {
  const isFirst = (axis: string): boolean => (attributes.get(axis)?.int ?? 0) === 0;
  if (op === 'Gather' && domain === '') return isFirst('axis') ? [[1, 0]] : [];
  if (op === 'GatherBlockQuantized') return isFirst('gather_axis') ? [[1, 0]] : [];
  // Words and segments; see ContribOperators.md of ONNX Runtime.
  if (op === 'EmbedLayerNormalization')
    return [
      [0, 2],
      [1, 4],
    ];
  return [];
}
