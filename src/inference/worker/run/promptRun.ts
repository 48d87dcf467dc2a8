import type { Tensor } from 'onnxruntime-node';
import { fillInputs } from '../../../model/inputs/fillInputs';
import { ElementType, type OnnxSubgraph } from '../../../model/onnx/onnxGraph';
import type { TappedOutput } from '../../../model/tap/buildTap';
import type { CacheTail } from '../../../model/tap/cacheTails';
import { tapKinds, type KindName } from '../../../model/tap/tapKinds';
import type { TokenSpan } from '../../../protocol/attention';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import type { TensorInput } from '../../../protocol/borders/inference';
import type { Chunk } from './chunks';
import { growingPast, NOTHING_READ, type Past } from './past';
import { floats, type TappedSession, type Tensors } from './tappedSession';
import { toTensors } from './toTensors';

/** What a run needs to know of a model. */
export interface RunnableModel {
  session: TappedSession;
  /** Its inputs; weights and nodes are left out, so that the file's bytes are not held. */
  fed: OnnxSubgraph;
  /** Rows of the tables that inputs choose from, by input: the vocabulary of `input_ids`. */
  tableRows: ReadonlyMap<string, number>;
  /** All that can be asked for. */
  outputs: readonly TappedOutput[];
  /** Empty where a prompt goes through in one run. */
  cache: readonly CacheTail[];
  /** Cuts what is wanted of so many tokens into several runs, none of which gives much; only of a model without a cache. */
  runsFor?(wanted: readonly TappedOutput[], tokens: number): TappedOutput[][];
}

/** The outputs that give this kind of tensor for these layers. Throws `bad-model` where maps of heads are wanted and a server has none. */
export function outputsOf(
  { outputs }: RunnableModel,
  kind: KindName,
  layers: readonly number[],
): TappedOutput[] {
  const found = outputs.filter((output) => output.kind === kind && layers.includes(output.layer));
  if (kind === 'map' && found.length === 0 && layers.length > 0) throw meansAlone();
  return found;
}

function meansAlone(): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'This model is served with means over heads alone, so single heads cannot be shown. Serve the file that "attnscope tap" writes without --reduce.',
    ),
  ]);
}

/** Whether the states after layers can be had, which probes read: a server gives none. */
export function givesStates({ outputs }: RunnableModel): boolean {
  return outputs.some(({ kind }) => kind === 'state');
}

/** A tapped tensor of the queries of one chunk. */
export interface TappedBlock {
  kind: KindName;
  layer: number;
  firstQuery: number;
  /** As its kind says; the batch is 1, keys are at least those that these queries can see, and others weigh nothing. */
  dims: readonly number[];
  values: Float32Array;
}

/**
 * Runs a prompt chunk by chunk over the cache of keys and values and hands on what is wanted, in order of
 * query; what does not tell of every query comes from the last chunk. Nothing of a chunk is kept but the
 * cache.
 */
export async function runPrompt(
  model: RunnableModel,
  tokenIds: readonly number[],
  chunks: readonly Chunk[],
  wanted: readonly TappedOutput[],
  onBlock: (block: TappedBlock) => void | Promise<void>,
  onChunk?: (chunk: Chunk) => void | Promise<void>,
): Promise<void> {
  await readOn(model, NOTHING_READ, { tokenIds, chunks, wanted, onBlock, onChunk });
}

/** What is read after a past. */
export interface Reading {
  /** The tokens that follow it. */
  tokenIds: readonly number[];
  /** Queries of each run, counted from the first token of the past on. */
  chunks: readonly Chunk[];
  wanted: readonly TappedOutput[];
  /** Tokens of the past that these do not see; the positions stay as they are. */
  hidden?: TokenSpan;
  /** Whether it is gone on from there, so that the cache is handed back. */
  goesOn?: boolean;
  onBlock: (block: TappedBlock) => void | Promise<void>;
  onChunk?: (chunk: Chunk) => void | Promise<void>;
}

/** Reads on from a past, as `runPrompt` does, and gives what has been read then: nothing where it is not gone on. */
export async function readOn(model: RunnableModel, past: Past, reading: Reading): Promise<Past> {
  const { tokenIds, chunks, wanted, hidden, goesOn = false, onBlock, onChunk } = reading;
  refuseUnknownTokens(model, tokenIds);
  const last = chunks.at(-1);
  const growing = growingPast(model.cache, past, last?.end ?? 0);
  let now = past;
  for (const chunk of chunks) {
    const fetched = wanted.filter(({ kind }) => chunk === last || tapKinds[kind].queries === 'all');
    const tails = chunk === last && !goesOn ? [] : model.cache.map(({ added }) => added);
    const ids = tokenIds.slice(chunk.first - past.tokens, chunk.end - past.tokens);
    const feeds = { ...promptFeeds(model, ids, chunk, hidden), ...now.cache };
    for (const some of model.runsFor?.(fetched, ids.length) ?? [fetched]) {
      const results = await model.session.run(feeds, [...some.map(({ tensor }) => tensor), ...tails]);
      if (tails.length > 0) now = growing.add(results, chunk);
      for (const output of some) await onBlock(blockOf(output, chunk, results[output.tensor]!));
    }
    await onChunk?.(chunk);
  }
  return goesOn || chunks.length === 0 ? now : NOTHING_READ;
}

/** Throws `bad-input` for tokens that the model does not have, as the tokenizer of another model may give. */
function refuseUnknownTokens({ tableRows }: RunnableModel, tokenIds: readonly number[]): void {
  const rows = tableRows.get('input_ids') ?? Infinity;
  const unknown = tokenIds.find((id) => id >= rows);
  if (unknown === undefined) return;
  throw new AttnscopeError('bad-input', [
    sentence(
      'Token {id} is beyond the vocabulary of the model, {rows} tokens from 0 to {last}: the tokenizer.json beside it seems to be that of another model. Put its own into its folder.',
      { id: String(unknown), rows, last: String(rows - 1) },
    ),
  ]);
}

function blockOf({ kind, layer }: TappedOutput, chunk: Chunk, tensor: Tensor): TappedBlock {
  const firstQuery = tapKinds[kind].queries === 'last' ? chunk.end - 1 : chunk.first;
  return { kind, layer, firstQuery, dims: tensor.dims, values: floats(tensor) };
}

/** The inputs of one chunk with its tokens, except the cache of the chunks before it. */
function promptFeeds(
  { fed, cache }: RunnableModel,
  tokenIds: readonly number[],
  { first, end }: Chunk,
  hidden: TokenSpan | undefined,
): Tensors {
  const ints = (data: number[]): TensorInput => ({ dtype: 'int64', dims: [1, data.length], data });
  const said: Record<string, TensorInput> = {
    input_ids: ints([...tokenIds]),
    attention_mask: ints(new Array<number>(end).fill(1).fill(0, hidden?.first ?? 0, hidden?.end ?? 0)),
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
