import { AttnscopeError } from '../../../protocol/errors';
import type { Overflow } from '../../../protocol/borders/inference';
import { sentence } from '../../../protocol/sentence';

/** How many tokens a model reads at once. */
export interface Context {
  /** `null` where the model does not say. */
  contextLength: number | null;
  /** Whether it reads that many and no fewer: its shapes are fixed. */
  exact: boolean;
}

/**
 * The tokens that a model is fed: all, or with `keep-last` the last that fit. Throws `too-long` with the
 * numbers where they do not fit and are to be refused, `bad-input` where there are none or too few.
 */
export function fitContext<T>(
  tokens: readonly T[],
  { contextLength, exact }: Context,
  overflow: Overflow,
): readonly T[] {
  if (tokens.length === 0) {
    throw new AttnscopeError('bad-input', [
      sentence('The prompt has no tokens, so there is nothing for the model to read.'),
    ]);
  }
  if (exact && contextLength !== null && tokens.length < contextLength) {
    throw new AttnscopeError('bad-input', [
      sentence(
        'The prompt has {tokens} tokens; this model was exported for exactly {contextLength}. Export it with a dynamic sequence length, or use a longer prompt.',
        { tokens: tokens.length, contextLength },
      ),
    ]);
  }
  if (contextLength === null || tokens.length <= contextLength) return tokens;
  if (overflow === 'keep-last') return tokens.slice(-contextLength);
  throw new AttnscopeError('too-long', [
    sentence(
      'The prompt has {tokens} tokens; the model reads at most {contextLength}. Shorten it by {over} tokens, or select a part of it.',
      { tokens: tokens.length, contextLength, over: tokens.length - contextLength },
    ),
  ]);
}
