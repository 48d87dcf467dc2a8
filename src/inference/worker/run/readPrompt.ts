import { tapKinds } from '../../../model/tap/tapKinds';
import type { CheckedModel } from '../models/checkedModel';
import { bytesOf, cutPast, NOTHING_READ, type Past } from './past';
import { readOn, type Reading, type RunnableModel, type TappedBlock } from './promptRun';
import type { TappedSession } from './tappedSession';

/** What was read last in a session. */
interface LastReading {
  tokenIds: readonly number[];
  past: Past;
  /** What came of it; `null` of a long prompt. */
  whole: {
    /** Names of the tensors that were fetched. */
    fetched: ReadonlySet<string>;
    /** Those of one kind and layer in the order they came. */
    blocks: readonly TappedBlock[];
    /** Whether head means are among them: the largest part. */
    means: boolean;
  } | null;
}

/** The last reading of each session. */
export type LastReadings = WeakMap<TappedSession, LastReading>;

/** Blocks and cache of a prompt that are kept. */
const KEPT_BYTES = 128 * 1024 * 1024;

/** The cache alone: what rows in view of a long prompt are read over. */
const PAST_BYTES = 512 * 1024 * 1024;

/** Of a prompt that shares less than this with the last one, all is read. */
const WORTHWHILE = 0.5;

/** What is read of a prompt. */
export interface WholeReading extends Pick<Reading, 'tokenIds' | 'wanted' | 'onBlock' | 'onChunk'> {
  /** Rows that are fetched of each query. */
  rowsFetched: number;
  /** Head means of the first `end` queries of a prompt that was read before, where they are kept elsewhere. */
  headMeans?: (tokenIds: readonly number[], end: number) => Iterable<TappedBlock> | undefined;
}

/**
 * Reads a prompt in a session of a model: of the whole, or of a part of it. Where it begins as the one before it did,
 * as after an edit or by a template, the blocks of that beginning are handed on again, and the model reads the rest.
 */
export async function readPrompt(
  { causal, inPieces, chunks, session }: CheckedModel,
  model: RunnableModel,
  lastRead: LastReadings,
  prompt: WholeReading,
): Promise<void> {
  const { tokenIds, rowsFetched, wanted, onBlock, onChunk } = prompt;
  const isReadOn = causal && inPieces;
  const last = isReadOn ? lastRead.get(model.session) : undefined;
  const { past, blocks } = sharedWith(last, model, prompt);
  const [means, others] = [keptBlocks(), keptBlocks()];
  const take = (block: TappedBlock): void | Promise<void> => {
    if (isReadOn) (block.kind === 'headMean' ? means : others).add(block);
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
    goesOn: isReadOn,
    onBlock: take,
    onChunk,
  });
  const cache = bytesOf(read);
  if (!isReadOn || cache > PAST_BYTES) return;
  const fetched = namesOf(wanted);
  const isSmall = means.bytes + others.bytes + cache <= KEPT_BYTES;
  const whole = isSmall
    ? { fetched, blocks: [...means.blocks, ...others.blocks], means: true }
    : prompt.headMeans && others.bytes <= KEPT_BYTES
      ? { fetched, blocks: others.blocks, means: false }
      : null;
  // Rows in view are asked of the whole model alone.
  if (whole || model.session === session) lastRead.set(model.session, { tokenIds, past: read, whole });
}

/** Blocks as they come, while they are few: a long prompt's are let go of. */
function keptBlocks() {
  const kept = { blocks: [] as TappedBlock[], bytes: 0, add };
  function add(block: TappedBlock): void {
    kept.bytes += block.values.byteLength;
    if (kept.bytes <= KEPT_BYTES) kept.blocks.push(block);
    else kept.blocks = [];
  }
  return kept;
}

/**
 * What has been read of a prompt's first tokens already, `tokens` of them at most, to go on from up to token `end`;
 * nothing where that is not known.
 */
export function pastOf(
  lastRead: LastReadings,
  model: RunnableModel,
  tokenIds: readonly number[],
  tokens: number,
  end: number,
): Past {
  const last = lastRead.get(model.session);
  if (!last) return NOTHING_READ;
  const apart = last.tokenIds.findIndex((id, at) => id !== tokenIds[at]);
  return cutPast(model.cache, last.past, Math.min(tokens, apart < 0 ? last.past.tokens : apart), end);
}

/** Keeps what has been read of a prompt, unless more of it is kept already. */
export function keepPast(
  lastRead: LastReadings,
  model: RunnableModel,
  tokenIds: readonly number[],
  past: Past,
): void {
  const last = lastRead.get(model.session);
  if (bytesOf(past) > PAST_BYTES || tokenIds.every((id, at) => id === last?.tokenIds[at])) return;
  lastRead.set(model.session, { tokenIds, past, whole: null });
}

/** What the last reading has of a prompt already: nothing where it is too little, or something else is wanted. */
function sharedWith(
  last: LastReading | undefined,
  model: RunnableModel,
  { tokenIds, wanted, headMeans }: WholeReading,
): { past: Past; blocks: Iterable<TappedBlock> } {
  const nothing = { past: NOTHING_READ, blocks: [] };
  const whole = last?.whole;
  if (!whole || !wanted.every(({ tensor }) => whole.fetched.has(tensor))) return nothing;
  const apart = tokenIds.findIndex((id, at) => id !== last.tokenIds[at]);
  const isSame = apart < 0 && tokenIds.length === last.tokenIds.length;
  // The last token of another prompt is always read: what is told of it alone is not known of those before it.
  const shared = isSame ? tokenIds.length : Math.min(apart < 0 ? Infinity : apart, tokenIds.length - 1);
  if (shared < WORTHWHILE * tokenIds.length) return nothing;
  const means = whole.means ? [] : headMeans?.(last.tokenIds, shared);
  const past = means ? cutPast(model.cache, last.past, shared, tokenIds.length) : NOTHING_READ;
  if (!means || past.tokens === 0) return nothing;
  const isWanted = ({ kind, layer }: TappedBlock): boolean =>
    wanted.some((output) => output.kind === kind && output.layer === layer);
  const own = whole.blocks.filter(isWanted);
  const others = isSame
    ? own
    : own
        .filter(({ kind }) => tapKinds[kind].queries === 'all')
        .flatMap((block) => cutBlock(block, shared, tokenIds.length));
  return { past, blocks: inTurn(means, others) };
}

function* inTurn<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
  yield* first;
  yield* second;
}

/** Squares are not: they cannot be cut. */
const namesOf = (outputs: Reading['wanted']): ReadonlySet<string> =>
  new Set(outputs.filter(({ kind }) => kind !== 'pooledMap').map(({ tensor }) => tensor));

/**
 * The queries of a block before `end`. Keys behind these weigh nothing; they are left out only where a prompt of `tokens`
 * has fewer, as nothing is copied else.
 */
function cutBlock(block: TappedBlock, end: number, tokens: number): TappedBlock[] {
  const { kind, firstQuery, dims, values } = block;
  const [queries = 0, width = 0] = dims.slice(-2);
  const rows = Math.min(queries, end - firstQuery);
  if (rows <= 0) return [];
  const columns = tapKinds[kind].rank === 4 && width > tokens ? end : width;
  if (rows === queries && columns === width) return [block];
  const cutDims = [...dims.slice(0, -2), rows, columns];
  const outer = values.length / (queries * width);
  if (outer === 1 && columns === width)
    return [{ ...block, dims: cutDims, values: values.subarray(0, rows * width) }];
  const cut = new Float32Array(outer * rows * columns);
  for (let row = 0; row < outer * rows; row++) {
    const from = (Math.floor(row / rows) * queries + (row % rows)) * width;
    cut.set(values.subarray(from, from + columns), row * columns);
  }
  return [{ ...block, dims: cutDims, values: cut }];
}
