import { isInvisible } from '../folding/foldCharacters';

/** Characters in a row that take no room on the page, or that a terminal obeys. UTF-16 code units, `[start, end)`. */
export interface HiddenRun {
  start: number;
  end: number;
  /** Code point of the first, and how many there are. */
  codePoint: number;
  count: number;
}

const ZERO_WIDTH_NON_JOINER = 0x200c;
const ZERO_WIDTH_JOINER = 0x200d;
const BLACK_FLAG = 0x1f3f4;
const TAG_END = 0xe007f;
const isTag = (codePoint: number): boolean => codePoint >= 0xe0020 && codePoint <= TAG_END;
const isEmojiStyle = (codePoint: number): boolean => codePoint === 0xfe0e || codePoint === 0xfe0f;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const keycap = /[0-9#*]/;
/** Scripts whose spelling needs the joiners. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}]/u;

/**
 * The first `most` runs of hidden characters of a text, without those that emoji and some scripts are
 * written with.
 */
export function hiddenRuns(text: string, most = Infinity): HiddenRun[] {
  const runs: HiddenRun[] = [];
  for (const run of allRuns(text)) {
    if (runs.length >= most) break;
    if (!belongsToSpelling(text, run)) runs.push(run);
  }
  return runs;
}

/** Gives run after run, so that a caller who has enough need not go on. */
function* allRuns(text: string): Generator<HiddenRun> {
  let run: HiddenRun | undefined;
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i)!;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    if (isControl(codePoint) || (codePoint > 0x9f && isInvisible(codePoint))) {
      run ??= { start: i, end: i, codePoint, count: 0 };
      run.end = next;
      run.count += 1;
    } else if (run) {
      yield run;
      run = undefined;
    }
    i = next;
  }
  if (run) yield run;
}

/** Control codes but those that lay out a text: escape, backspace, deletion and their like. */
function isControl(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint !== 0x09 && codePoint !== 0x0a && codePoint !== 0x0d;
  return codePoint >= 0x7f && codePoint <= 0x9f;
}

/** Whether a run is part of how its neighbours are written: an emoji sequence, or a joiner inside a word. */
function belongsToSpelling(text: string, { start, end, codePoint, count }: HiddenRun): boolean {
  const before = characterBefore(text, start);
  const after = text.slice(end, end + 2);
  if (before === '') return false;
  const joins = codePoint === ZERO_WIDTH_JOINER || codePoint === ZERO_WIDTH_NON_JOINER;
  if (count === 1 && joins && joining.test(before)) return true;
  if (count === 1 && isEmojiStyle(codePoint)) return pictograph.test(before) || keycap.test(before);
  if (!pictograph.test(before)) return false;
  if (codePoint === ZERO_WIDTH_JOINER && count === 1) return pictograph.test(after);
  const marks = Array.from(text.slice(start, end), (character) => character.codePointAt(0)!);
  if (count === 2 && isEmojiStyle(codePoint)) return marks[1] === ZERO_WIDTH_JOINER && pictograph.test(after);
  // Flags of regions: a black flag and at most six tags that spell the region.
  return before.codePointAt(0) === BLACK_FLAG && count <= 7 && marks.every(isTag) && marks.at(-1) === TAG_END;
}

function characterBefore(text: string, offset: number): string {
  const two = text.slice(Math.max(0, offset - 2), offset);
  return Array.from(two).at(-1) ?? '';
}
