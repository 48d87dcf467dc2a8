import { readDocument } from '../../analysis/readDocument';
import type { Source } from '../../protocol/document';
import type { Finding } from '../../protocol/finding';
import { suppressionComment, type Insertion, type Wanted } from '../../suppressions/writeComment';

/**
 * The comment that suppresses a finding. None where it would be said to the model: inside a literal or a text of several
 * lines, in a file that is written around its prompts. In a file that is a prompt as a whole, a comment is a part of it.
 */
export async function commentFor(
  source: Source,
  finding: Pick<Finding, 'rule' | 'start'>,
  wanted: Wanted,
): Promise<Insertion | undefined> {
  const { text } = source;
  const edit = suppressionComment(text, source, finding, wanted);
  if (!edit || edit.text.trimStart().startsWith('<!--')) return edit;
  const { start } = edit;
  const end = start + edit.text.trimEnd().length;
  const edited = text.slice(0, start) + edit.text + text.slice(edit.end);
  const { prompts } = await readDocument({ ...source, text: edited });
  const said = prompts
    .filter(({ outline }) => outline.format !== 'plain')
    .flatMap(({ outline }) => outline.segments);
  return said.some((segment) => segment.start < end && start < segment.end) ? undefined : edit;
}
