import { type Tensor } from 'onnxruntime-node';
import { fillInputs } from '../../../model/inputs/fillInputs';
import { ElementType, type OnnxSubgraph } from '../../../model/onnx/onnxGraph';
import { type TappedLayer } from '../../../model/tap/buildTap';
import { type TensorInput } from '../../../protocol/inference';
import { type Chunk } from './chunks';
import { type CachePair } from '../../../model/inputs/keyValueCache';
import { floats, type TappedSession, type Tensors } from './tappedSession';
import { toTensors } from './toTensors';

/** What a run needs to know of a model. */
export interface RunnableModel {
  session: TappedSession;
  /** Its inputs; weights and nodes are left out, so that the file's bytes are not held. */
  fed: OnnxSubgraph;
  tap: readonly TappedLayer[];
  /** Empty where a prompt goes through in one run. */
  cache: readonly CachePair[];
}

/** Layers of which something is fetched. */
export interface Wanted {
  maps?: readonly number[];
  headMeans?: readonly number[];
  lastRows?: readonly number[];
}

/** Attention of some queries of one layer, `[heads, queries, keys]`; one head where it is the mean. */
export interface AttentionBlock {
  kind: keyof Wanted;
  layer: number;
  heads: number;
  firstQuery: number;
  queries: number;
  /** Keys that these queries can see at most; those of later chunks are not among them. */
  keys: number;
  values: Float32Array;
}

/**
 * Runs a prompt chunk by chunk over the cache of keys and values and hands on what is fetched, in order
 * of query; last rows come from the last chunk. Nothing of a chunk is kept but the cache.
 */
export async function runPrompt(
  model: RunnableModel,
  tokenIds: readonly number[],
  chunks: readonly Chunk[],
  wanted: Wanted,
  onBlock: (block: AttentionBlock) => void | Promise<void>,
  onChunk?: (chunk: Chunk) => void,
): Promise<void> {
  let cache: Tensors = {};
  for (const chunk of chunks) {
    const last = chunk === chunks.at(-1);
    const fetched = fetchesOf(model.tap, wanted, last);
    const cacheOutputs = last ? [] : model.cache.map(({ output }) => output);
    const feeds = { ...promptFeeds(model, tokenIds, chunk), ...cache };
    // Without a fetch there is nothing to run for; the tap of a chunk in the middle may have none.
    const results = await model.session.run(feeds, [...fetched.map(({ name }) => name), ...cacheOutputs]);
    cache = Object.fromEntries(model.cache.map(({ input, output }) => [input, results[output]!]));
    for (const { kind, layer, name } of fetched) await onBlock(blockOf(kind, layer, chunk, results[name]!));
    onChunk?.(chunk);
  }
}

const outputOf = { maps: 'map', headMeans: 'headMean', lastRows: 'lastRow' } as const;

function fetchesOf(
  tap: readonly TappedLayer[],
  wanted: Wanted,
  lastChunk: boolean,
): { kind: keyof Wanted; layer: number; name: string }[] {
  const kinds = lastChunk ? (['maps', 'headMeans', 'lastRows'] as const) : (['maps', 'headMeans'] as const);
  return kinds.flatMap((kind) =>
    (wanted[kind] ?? []).map((layer) => ({ kind, layer, name: tap[layer]![outputOf[kind]]! })),
  );
}

function blockOf(kind: keyof Wanted, layer: number, chunk: Chunk, tensor: Tensor): AttentionBlock {
  const [, heads, queries, keys] = tensor.dims as [number, number, number, number];
  const firstQuery = kind === 'lastRows' ? chunk.end - 1 : chunk.first;
  return { kind, layer, heads, firstQuery, queries, keys, values: floats(tensor) };
}

/** The inputs of one chunk but for the cache of the chunks before it. */
function promptFeeds(
  { fed, cache }: RunnableModel,
  tokenIds: readonly number[],
  { first, end }: Chunk,
): Tensors {
  const ints = (data: number[]): TensorInput => ({ dtype: 'int64', dims: [1, data.length], data });
  const said: Record<string, TensorInput> = {
    input_ids: ints(tokenIds.slice(first, end)),
    attention_mask: ints(new Array<number>(end).fill(1)),
    position_ids: ints(Array.from({ length: end - first }, (_, i) => first + i)),
  };
  const cached = new Set(first === 0 ? [] : cache.map(({ input }) => input));
  const open = fed.inputs.filter(({ name }) => !cached.has(name));
  const given = open.flatMap(({ name, dtype }) => {
    const tensor = said[name];
    // Exporters differ in the width of integers.
    return tensor
      ? [[name, dtype === ElementType.int32 ? { ...tensor, dtype: 'int32' } : tensor] as const]
      : [];
  });
  return toTensors(fillInputs({ ...fed, inputs: open }, Object.fromEntries(given)));
}
