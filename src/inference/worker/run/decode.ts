import { logProbabilities } from '../../../attention/counterfactual/distributions';
import { likeliest, type Likely } from '../../../attention/likeliest';
import type { AnswerEnd } from '../../../protocol/requests/generation';
import type { KindName } from '../../../model/tap/tapKinds';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import type { CheckedModel } from '../models/checkedModel';
import type { TappedBlock } from './promptRun';
import { readToEnd, type Standing } from './standing';

/** How an answer is written. */
export interface Decoding {
  /** Most tokens. */
  count: number;
  /** Tokens that end an answer. */
  endIds: ReadonlySet<number>;
  /** Wanted of each token that is fed; the last one is fed only where something is. */
  kinds?: readonly KindName[];
  onBlock?: (block: TappedBlock) => void;
  onToken?: (token: Likely) => void | Promise<void>;
}

/** Goes on from where a model stands, the likeliest token each time. */
export async function decode(
  model: CheckedModel,
  start: Standing,
  { count, endIds, kinds = [], onBlock, onToken }: Decoding,
): Promise<{ tokens: Likely[]; ended: AnswerEnd }> {
  const { contextLength } = model.context;
  const tokens: Likely[] = [];
  let standing = start;
  for (;;) {
    const [next] = likeliest(standing.logits, 1);
    if (!next) throw unusable();
    if (endIds.has(next.id)) return { tokens, ended: 'end-token' };
    if (standing.tokenIds.length === contextLength) return { tokens, ended: 'context' };
    tokens.push(next);
    await onToken?.(next);
    const isLast = tokens.length === count;
    if (!isLast || kinds.length > 0) standing = await oneMore(model, standing, next.id, { kinds, onBlock });
    if (isLast) return { tokens, ended: 'count' };
  }
}

function unusable(): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'What this model says comes next is no number, so it gives no answer: its weights are damaged. Get its files again.',
    ),
  ]);
}

/** Sum of ln p of an answer's tokens, each after those before it. */
export async function answerLogProbability(
  model: CheckedModel,
  start: Standing,
  answer: readonly number[],
  onToken?: () => void | Promise<void>,
): Promise<number> {
  let standing = start;
  let sum = 0;
  for (const [at, id] of answer.entries()) {
    sum += logProbabilities(standing.logits)[id]!;
    if (at < answer.length - 1) standing = await oneMore(model, standing, id);
    await onToken?.();
  }
  return sum;
}

function oneMore(
  model: CheckedModel,
  { tokenIds, past, hidden }: Standing,
  id: number,
  more: Pick<Decoding, 'kinds' | 'onBlock'> = {},
): Promise<Standing> {
  return readToEnd(model, { tokenIds: [...tokenIds, id], past, hidden, goesOn: true, ...more });
}
