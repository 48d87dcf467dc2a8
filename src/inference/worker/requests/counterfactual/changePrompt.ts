import type { TokenSpan } from '../../../../protocol/attention';
import type { Change, ChangeRefusal } from '../../../../protocol/requests/counterfactual';

/** A prompt in which a passage was changed. */
export interface ChangedPrompt {
  tokenIds: number[];
  /** How many tokens are the prompt's own, from the first on. */
  shared: number;
  /** Tokens that later ones do not see. */
  hidden?: TokenSpan;
}

/** Changes a passage of a prompt, or says why that makes no prompt. `filler` is repeated to the passage's length. */
export function changePrompt(
  tokenIds: readonly number[],
  { first, end }: TokenSpan,
  change: Change,
  filler: readonly number[],
): ChangedPrompt | ChangeRefusal {
  const before = tokenIds.slice(0, first);
  const after = tokenIds.slice(end);
  switch (change) {
    case 'remove':
      if (before.length + after.length === 0) return 'nothing-left';
      return { tokenIds: [...before, ...after], shared: first };
    case 'mask':
      if (after.length === 0) return 'nothing-after';
      return { tokenIds: [...tokenIds], shared: end, hidden: { first, end } };
    case 'replace': {
      const neutral = Array.from({ length: end - first }, (_, i) => filler[i % filler.length]!);
      return { tokenIds: [...before, ...neutral, ...after], shared: first };
    }
  }
}
