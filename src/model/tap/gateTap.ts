import { freshPrefix } from '../onnx/freshPrefix';
import { plainNode, type GraphSpec, type NodeSpec } from '../onnx/graphSpec';
import { ElementType, type OnnxGraph } from '../onnx/onnxGraph';
import type { Tap } from './buildTap';
import { tapKinds } from './tapKinds';

/** A tap of which each run keeps only the outputs asked for. */
export interface GatedTap {
  added: GraphSpec;
  /** By tapped tensor; one that the model gives by itself has none. */
  gates: ReadonlyMap<string, Gate>;
}

export interface Gate {
  /** Input that opens the gate; see `gateInput`. */
  input: string;
  /** Name under which a run gives the output; it has no batch where the gate is shut. */
  output: string;
  /** Axes of the output. */
  rank: number;
}

/** What is fed to a gate, int64 `[rank]`: how often its tensor is repeated along each axis, the batch first. */
export function gateInput({ rank }: Gate, open: boolean): bigint[] {
  return Array.from({ length: rank }, (_, axis) => (axis > 0 || open ? 1n : 0n));
}

/**
 * Puts each output of a tap behind a Tile that repeats it once or not at all. ONNX Runtime runs every
 * node and keeps every graph output to the end of a run, fetched or not (1.30), so that all maps would
 * stand in memory at once.
 */
export function gateTap(graph: OnnxGraph, { added, outputs }: Tap): GatedTap {
  const prefix = `${freshPrefix(graph)}gate/`;
  const given = new Set(graph.outputs.map(({ name }) => name));
  const gates = new Map<string, Gate>();
  /** What stands behind a gate, by the tensor that others read. */
  const early = new Map<string, NodeSpec>();
  const late: NodeSpec[] = [];
  for (const { kind, tensor, gatedAt } of outputs) {
    if (given.has(tensor) || gates.has(tensor)) continue;
    const name = `${prefix}${gates.size}`;
    const input = `${name}/asked`;
    const { rank } = tapKinds[kind];
    for (const [at, cut] of (gatedAt ?? []).entries())
      early.set(cut, plainNode('Tile', [cut, input], `${name}/${at}`));
    if (!gatedAt) late.push(plainNode('Tile', [tensor, input], name));
    gates.set(tensor, { input, output: gatedAt ? tensor : name, rank });
  }
  // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
  // as its layer has, and the layer's map is given up before the next one is made.
  const backwards = [...gates.values()].reverse();
  return {
    gates,
    added: {
      ...added,
      nodes: [...behindGates(added.nodes, early), ...late.reverse()],
      inputs: backwards.map(({ input, rank }) => ({ name: input, type: ElementType.int64, shape: [rank] })),
      outputs: backwards.map(({ output }) => ({ name: output, type: ElementType.float32 })),
    },
  };
}

/** The nodes with each gate right after what it stands behind, and read in its place. */
function behindGates(nodes: readonly NodeSpec[], gates: ReadonlyMap<string, NodeSpec>): NodeSpec[] {
  return nodes.flatMap((node) => {
    const inputs = node.inputs.map((input) => gates.get(input)?.outputs[0] ?? input);
    return [{ ...node, inputs }, ...node.outputs.flatMap((output) => gates.get(output) ?? [])];
  });
}
