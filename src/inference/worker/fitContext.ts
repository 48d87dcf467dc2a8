import { AttnscopeError } from '../../protocol/errors';

/**
 * The tokens that a model with this context length is fed: all, or with `keep-last` the last that fit.
 * Throws `too-long` with the numbers where they do not fit and are to be refused, `bad-input` where there are none.
 */
export function fitContext<T>(
  tokens: readonly T[],
  contextLength: number | null,
  overflow: 'refuse' | 'keep-last',
): readonly T[] {
  if (tokens.length === 0) {
    throw new AttnscopeError(
      'bad-input',
      'The prompt has no tokens, so there is nothing for the model to read.',
    );
  }
  if (contextLength === null || tokens.length <= contextLength) return tokens;
  if (overflow === 'keep-last') return tokens.slice(-contextLength);
  throw new AttnscopeError(
    'too-long',
    `The prompt has ${tokens.length} tokens; the model reads at most ${contextLength}. Shorten it by ${tokens.length - contextLength} tokens, or select a part of it.`,
  );
}
