import type { Document, DocumentPrompt } from '../protocol/document';
import { AttnscopeError } from '../protocol/errors';
import type { Finding } from '../protocol/finding';
import type { SourceRange } from '../protocol/prompt';
import { sentence } from '../protocol/sentence';

/** One prompt of a document and the findings in it. */
export type ChosenPrompt = DocumentPrompt & { findings: Finding[] };

/**
 * The prompt of a document that is meant: the only one, or the one around a place in UTF-16 code units.
 *
 * @throws AttnscopeError `bad-input` where there is none, or it is not clear which one is meant.
 */
export function choosePrompt({ prompts, findings }: Document, at?: number): ChosenPrompt {
  const [only, ...others] = prompts;
  const isAlone = only !== undefined && others.length === 0;
  const chosen = isAlone
    ? only
    : prompts.find(({ outline: { segments } }) =>
        segments.some(({ start, end }) => at !== undefined && start <= at && at <= end),
      );
  if (!chosen) {
    throw new AttnscopeError('bad-input', [
      sentence('The text holds {count} prompts, and one can be analyzed at a time. Select it first.', {
        count: prompts.length,
      }),
    ]);
  }
  // A document that is one prompt may hold markers in its markup, too.
  if (isAlone && only.outline.format !== 'code') return { ...only, findings };
  return { ...chosen, findings: findings.filter((finding) => isIn(chosen, finding)) };
}

/** Whether a range touches what is said in a prompt. */
function isIn({ outline: { segments } }: DocumentPrompt, range: SourceRange): boolean {
  return segments.some(({ start, end }) => range.start < end && start < range.end);
}
