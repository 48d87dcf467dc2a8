import { freshPrefix } from '../onnx/freshPrefix';
import { plainNode, type GraphSpec } from '../onnx/graphSpec';
import { ElementType, type OnnxGraph } from '../onnx/onnxGraph';
import type { Tap } from './buildTap';
import { gateName } from './gateName';
import { tapKinds } from './tapKinds';

/** A tap of which each run keeps only the outputs asked for. */
export interface GatedTap {
  added: GraphSpec;
  /** By tapped tensor; an output of the model itself has none. */
  gates: ReadonlyMap<string, Gate>;
}

export interface Gate {
  /** Input that opens the gate; see `gateInput`. */
  input: string;
  /** Name under which a run gives the output, with a batch of 0 where the gate is shut. */
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
  const prefix = freshPrefix(graph);
  const given = new Set(graph.outputs.map(({ name }) => name));
  const ranks = new Map(outputs.map(({ kind, tensor }) => [tensor, tapKinds[kind].rank]));
  const gates = new Map<string, Gate>();
  for (const [tensor, rank] of ranks) {
    if (given.has(tensor)) continue;
    gates.set(tensor, { input: gateName(prefix, tensor), output: `${prefix}gated/${tensor}`, rank });
  }
  // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
  // as its layer has, and the layer's map is given up before the next one is made.
  const backwards = [...gates].reverse();
  return {
    gates,
    added: {
      ...added,
      nodes: [
        ...added.nodes,
        ...backwards.map(([tensor, { input, output }]) => plainNode('Tile', [tensor, input], output)),
      ],
      inputs: backwards.map(([, { input, rank }]) => ({
        name: input,
        type: ElementType.int64,
        shape: [rank],
      })),
      outputs: backwards.map(([, { output }]) => ({ name: output, type: ElementType.float32 })),
    },
  };
}
