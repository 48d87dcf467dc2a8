import type { Fix } from '../../protocol/fix';
import type { FoundIn } from './foundIn';

/** What opens a marker: a bracket before the sign or the name that makes it one; a line that says "end" is no marker. */
const opening = /[<[＜［](?=[|｜/<]|(?!end\b)\p{L})/giu;

/**
 * Each marker is written with a backslash behind its bracket: people read the same, tokenizers and chat templates no
 * longer take it for one. Not in quoted strings of data, where a backslash is a sign of the notation.
 */
export function escapeMarks({ text, segment, finding }: FoundIn): Fix[] {
  if (/["']/.test(text[segment.start - 1] ?? '')) return [];
  const marked = text.slice(finding.start, finding.end);
  const edits = Array.from(marked.matchAll(opening), ({ index }) => {
    const at = finding.start + index + 1;
    return { start: at, end: at, text: '\\' };
  });
  return edits.length > 0 ? [{ kind: 'escape-marks', safe: false, edits }] : [];
}
