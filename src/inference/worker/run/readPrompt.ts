import { tapKinds } from '../../../model/tap/tapKinds';
import type { CheckedModel } from '../models/checkedModel';
import { cutPast } from './cutPast';
import {
  NOTHING_READ,
  readOn,
  type Past,
  type Reading,
  type RunnableModel,
  type TappedBlock,
} from './promptRun';
import type { TappedSession } from './tappedSession';

/** What was read last in a session, whole. */
interface LastReading {
  tokenIds: readonly number[];
  /** Names of the tensors that were fetched. */
  fetched: ReadonlySet<string>;
  /** In the order they came. */
  blocks: readonly TappedBlock[];
  past: Past;
}

/** The last reading of each session; those of a prompt whose blocks and cache take more than 128 MiB are not kept. */
export type LastReadings = WeakMap<TappedSession, LastReading>;

const KEPT_BYTES = 128 * 1024 * 1024;

/** Of a prompt that shares less than this with the last one, all is read. */
const WORTHWHILE = 0.5;

/** What is read of a prompt. */
export interface WholeReading extends Pick<Reading, 'tokenIds' | 'wanted' | 'onBlock' | 'onChunk'> {
  /** Rows that are fetched of each query. */
  rowsFetched: number;
}

/**
 * Reads a prompt in a session of a model: of the whole, or of a part of it. Where it begins as the one before it did,
 * as after an edit or by a template, the blocks of that beginning are handed on again, and the model reads the rest.
 */
export async function readPrompt(
  { causal, inPieces, chunks }: CheckedModel,
  model: RunnableModel,
  lastRead: LastReadings,
  prompt: WholeReading,
): Promise<void> {
  const { tokenIds, rowsFetched, wanted, onBlock, onChunk } = prompt;
  const isReadOn = causal && inPieces;
  const last = isReadOn ? lastRead.get(model.session) : undefined;
  const { past, blocks } = sharedWith(last, model, prompt);
  let kept: TappedBlock[] | undefined = isReadOn ? [] : undefined;
  let bytes = 0;
  const take = (block: TappedBlock): void | Promise<void> => {
    kept?.push(block);
    // A long prompt's blocks are let go of as they come.
    if ((bytes += block.values.byteLength) > KEPT_BYTES) kept = undefined;
    return onBlock(block);
  };
  for (const block of blocks) await take(block);
  if (past.tokens === tokenIds.length) {
    await onChunk?.({ first: 0, end: past.tokens });
    return;
  }
  lastRead.delete(model.session);
  const read = await readOn(model, past, {
    tokenIds: tokenIds.slice(past.tokens),
    chunks: chunks(tokenIds.length, rowsFetched, past.tokens),
    wanted,
    goesOn: kept !== undefined,
    onBlock: take,
    onChunk,
  });
  for (const { data } of Object.values(read.cache)) bytes += (data as Float32Array).byteLength;
  if (!kept || bytes > KEPT_BYTES) return;
  lastRead.set(model.session, { tokenIds, fetched: namesOf(wanted), blocks: kept, past: read });
}

/** What the last reading has of a prompt already: nothing where it is too little, or something else is wanted. */
function sharedWith(
  last: LastReading | undefined,
  model: RunnableModel,
  { tokenIds, wanted }: WholeReading,
): Pick<LastReading, 'past' | 'blocks'> {
  const nothing = { past: NOTHING_READ, blocks: [] };
  if (!last || !wanted.every(({ tensor }) => last.fetched.has(tensor))) return nothing;
  const isWanted = ({ kind, layer }: TappedBlock): boolean =>
    wanted.some((output) => output.kind === kind && output.layer === layer);
  const blocks = last.blocks.filter(isWanted);
  const apart = tokenIds.findIndex((id, at) => id !== last.tokenIds[at]);
  if (apart < 0 && tokenIds.length === last.tokenIds.length) return { past: last.past, blocks };
  // The last token is always read: what is told of it alone is not known of those before it.
  const shared = Math.min(apart < 0 ? Infinity : apart, tokenIds.length - 1);
  if (shared < WORTHWHILE * tokenIds.length) return nothing;
  const past = cutPast(model, last.past, shared);
  if (past.tokens === 0) return nothing;
  const ofAll = blocks.filter(({ kind }) => tapKinds[kind].queries === 'all');
  return { past, blocks: ofAll.flatMap((block) => cutBlock(block, shared)) };
}

const namesOf = (outputs: Reading['wanted']): ReadonlySet<string> =>
  new Set(outputs.map(({ tensor }) => tensor));

/** The queries of a block before `end`, and of what they attend to the keys before it: the others weigh nothing. */
function cutBlock(block: TappedBlock, end: number): TappedBlock[] {
  const { kind, firstQuery, dims, values } = block;
  const [queries = 0, width = 0] = dims.slice(-2);
  const rows = Math.min(queries, end - firstQuery);
  if (rows <= 0) return [];
  const columns = tapKinds[kind].rank === 4 ? Math.min(width, end) : width;
  if (rows === queries && columns === width) return [block];
  const outer = values.length / (queries * width);
  const cut = new Float32Array(outer * rows * columns);
  for (let row = 0; row < outer * rows; row++) {
    const from = (Math.floor(row / rows) * queries + (row % rows)) * width;
    cut.set(values.subarray(from, from + columns), row * columns);
  }
  return [{ ...block, dims: [...dims.slice(0, -2), rows, columns], values: cut }];
}
