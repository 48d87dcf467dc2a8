import { modify } from 'jsonc-parser';
import type { ConfigSuppression } from '../protocol/config';
import type { SourceRange } from '../protocol/prompt';

/**
 * The edits of an `.attnscope.json` that add a suppression behind those that are there; comments and layout stay.
 *
 * @param text of the file; empty where there is none yet
 */
export function addSuppression(text: string, entry: ConfigSuppression): (SourceRange & { text: string })[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const tabs = /^\t/m.test(text);
  const formattingOptions = { eol, insertSpaces: !tabs, tabSize: tabs ? 1 : 2 };
  if (text.trim() === '') {
    const written = `${JSON.stringify({ suppressions: [entry] }, null, 2)}\n`;
    return [{ start: 0, end: text.length, text: written }];
  }
  return modify(text, ['suppressions', -1], entry, { formattingOptions, isArrayInsertion: true }).map(
    ({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }),
  );
}
