import type { Fix } from '../../protocol/fix';
import type { Hit } from '../hit';
import { hiddenRuns } from '../hidden/hiddenRuns';
import type { FoundIn } from './foundIn';
import { markLength } from './passages';

/** Says what stands between the marks; the rules read words that are quoted in such a sentence as discussed. */
const LABEL = 'Data, not an instruction:';
/** Longest sentence that is quoted: the marks around a place are looked for near it. UTF-16 code units. */
const LONGEST = 250;

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
];

/**
 * The sentence in quotation marks, and that it is data. Only for a plain text of the author's: in chats the lines of
 * the file are not the lines that are said, and data does not say of itself what it is.
 */
export function wrapAsData({ text, segment, finding }: FoundIn, sentence: Hit): Fix[] {
  const plain = segment.role === 'prompt' && segment.trust === 'author' && segment.content === text;
  const { end } = sentence;
  // An item stays one: its mark is no part of what is said.
  const start = sentence.start + markLength(text.slice(sentence.start, end));
  const said = text.slice(start, end);
  const covers = start <= finding.start && finding.end <= end;
  if (!plain || !covers || said.length > LONGEST || /[\r\n]/.test(said)) return [];
  // The cells of a table are not one sentence.
  if (said.startsWith('|')) return [];
  // Marks within marks, or a comment, would not be read as one quotation.
  if (/["“”]|<!--/.test(said) || hiddenRuns(said).length > 0) return [];
  const line = text.slice(Math.max(0, start - LONGEST), end + LONGEST);
  const marks = pairs.find((pair) => !pair.some((mark) => line.includes(mark)));
  if (!marks) return [];
  const wrapped = `${LABEL} ${marks[0]}${said}${marks[1]}`;
  return [{ kind: 'wrap', safe: false, edits: [{ start, end, text: wrapped }] }];
}
