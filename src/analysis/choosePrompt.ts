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
  if (only && others.length === 0) return { ...only, findings };
  const chosen = prompts.find((prompt) => {
    const { start, end } = rangeOf(prompt);
    return at !== undefined && start <= at && at <= end;
  });
  if (!chosen) {
    throw new AttnscopeError('bad-input', [
      sentence('The text holds {count} prompts, and one can be analyzed at a time. Select it first.', {
        count: prompts.length,
      }),
    ]);
  }
  const range = rangeOf(chosen);
  return {
    ...chosen,
    findings: findings.filter(({ start, end }) => range.start <= start && end <= range.end),
  };
}

/** From the first of its segments to the last. */
function rangeOf({ outline: { segments } }: DocumentPrompt): SourceRange {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}
