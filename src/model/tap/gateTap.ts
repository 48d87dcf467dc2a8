import type { CachePair } from '../inputs/keyValueCache';
import { freshPrefix } from '../onnx/freshPrefix';
import { plainNode, type GraphSpec } from '../onnx/graphSpec';
import { ElementType, type OnnxGraph } from '../onnx/onnxGraph';
import type { Tap } from './buildTap';
import { cacheTails, type CacheTail } from './cacheTails';
import { gateName } from './gateName';
import { tapKinds } from './tapKinds';

/** A tap of which each run keeps only the outputs asked for. */
export interface GatedTap {
  added: GraphSpec;
  /** By tapped tensor; an output of the model itself has none. */
  gates: ReadonlyMap<string, Gate>;
  cache: readonly CacheTail[];
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
 * stand in memory at once. What a run adds to the cache comes out as it is.
 */
export function gateTap(
  graph: OnnxGraph,
  { added, outputs }: Tap,
  cache: readonly CachePair[] = [],
): GatedTap {
  const prefix = freshPrefix(graph);
  const given = new Set(graph.outputs.map(({ name }) => name));
  const ranks = new Map(outputs.map(({ kind, tensor }) => [tensor, tapKinds[kind].rank]));
  const gates = new Map<string, Gate>();
  for (const [tensor, rank] of ranks) {
    if (given.has(tensor)) continue;
    gates.set(tensor, { input: gateName(prefix, tensor), output: `${prefix}gated/${tensor}`, rank });
  }
  const { tails, types, added: ofCache } = cacheTails(cache, prefix);
  const cutOff = new Set(types.keys());
  const tiles = [...gates].map(([tensor, { input, output }]) => plainNode('Tile', [tensor, input], output));
  const slices = ofCache.nodes.filter(({ outputs }) => cutOff.has(outputs[0]!));
  const backwards = [...gates].reverse();
  return {
    gates,
    cache: tails,
    added: {
      ...added,
      tensors: [...added.tensors, ...ofCache.tensors],
      nodes: [
        ...added.nodes,
        ...ofCache.nodes.filter((node) => !slices.includes(node)),
        // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
        // as its layer has, and the layer's map and cache are given up before the next ones are made.
        ...sideBySide(tiles, slices).reverse(),
      ],
      inputs: backwards.map(([, { input, rank }]) => ({
        name: input,
        type: ElementType.int64,
        shape: [rank],
      })),
      outputs: [
        ...backwards.map(([, { output }]) => ({ name: output, type: ElementType.float32 })),
        ...[...types].map(([name, type]) => ({ name, type })),
      ],
    },
  };
}

/** Two lists that go from the first layer to the last as one that does. */
function sideBySide<T>(some: readonly T[], others: readonly T[]): T[] {
  const placed = (list: readonly T[]) => list.map((one, at) => ({ one, place: (at + 0.5) / list.length }));
  return [...placed(some), ...placed(others)].sort((a, b) => a.place - b.place).map(({ one }) => one);
}
