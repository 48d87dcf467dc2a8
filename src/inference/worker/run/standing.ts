import { AttnscopeError } from '../../../protocol/errors';
import type { TokenSpan } from '../../../protocol/attention';
import { sentence } from '../../../protocol/sentence';
import type { KindName } from '../../../model/tap/tapKinds';
import type { CheckedModel } from '../models/checkedModel';
import type { Chunk } from './chunks';
import { NOTHING_READ, type Past } from './past';
import { outputsOf, readOn, type TappedBlock } from './promptRun';

/** Where a model stands after it has read a prompt: what it would say next, and what to go on from. */
export interface Standing {
  tokenIds: readonly number[];
  /** Tokens that later ones do not see. */
  hidden: TokenSpan | undefined;
  /** Nothing, of a model that reads a prompt in one run or where it is not gone on. */
  past: Past;
  /** Of the next token `[vocabulary]`. */
  logits: Float32Array;
}

/** How a prompt is read. */
export interface ToRead {
  tokenIds: readonly number[];
  /** What has been read of it already; nothing where absent. */
  past?: Past;
  hidden?: TokenSpan;
  /** Whether it is gone on from its end. */
  goesOn: boolean;
  /** What is wanted beside the logits. */
  kinds?: readonly KindName[];
  onBlock?: (block: TappedBlock) => void;
  onChunk?: (chunk: Chunk) => void | Promise<void>;
}

/** Reads a prompt to its end, over what has been read of it where the model reads in pieces. */
export async function readToEnd(model: CheckedModel, toRead: ToRead): Promise<Standing> {
  const { tokenIds, hidden, goesOn, kinds = [], onBlock, onChunk } = toRead;
  const past = model.inPieces ? (toRead.past ?? NOTHING_READ) : NOTHING_READ;
  const layers = model.layers.map((_, layer) => layer);
  let logits: Float32Array | undefined;
  const read = await readOn(model, past, {
    tokenIds: tokenIds.slice(past.tokens),
    chunks: model.chunks(tokenIds.length, kinds.includes('headMean') ? layers.length : 0, past.tokens),
    wanted: (['nextLogits', ...kinds] as const).flatMap((kind) => outputsOf(model, kind, layers)),
    hidden,
    goesOn: goesOn && model.inPieces,
    onBlock(block) {
      if (block.kind === 'nextLogits') logits = block.values;
      else onBlock?.(block);
    },
    onChunk,
  });
  return { tokenIds, hidden, past: read, logits: logits! };
}

/** Throws `bad-model` for a model that does not say what comes next. */
export function refuseSilent(model: CheckedModel): void {
  if (model.causal && model.outputs.some(({ kind }) => kind === 'nextLogits')) return;
  throw new AttnscopeError('bad-model', [
    sentence(
      'This model does not say what comes next, so it cannot answer and no answers can be compared. Choose a model that writes text, exported with its logits.',
    ),
  ]);
}
