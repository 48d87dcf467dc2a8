import { expect, test } from 'vitest';
import { fencesOf } from '../../../../src/detection/reading/fences';

/** Which places of a text stand in a sample, and in one of program code: `s`, `p`, and `.` for neither. */
function drawn(text: string): string {
  const fences = fencesOf(text);
  return Array.from(text, (_, at) => (fences.inProgram(at) ? 'p' : fences.inSample(at) ? 's' : '.')).join('');
}

/** The same, line by line. */
function byLines(text: string): string {
  const fence = /^[ \t]{0,8}(?:```|~~~)((?:js|python|r|c)\b)?/i;
  let kind = '.';
  const kinds = text.split('\n').map((line, index, lines) => {
    const [whole, program] = fence.exec(line) ?? [];
    const before = kind;
    if (whole !== undefined) {
      const closes = lines.slice(index + 1).some((each) => fence.test(each));
      kind = kind !== '.' ? '.' : program && closes ? 'p' : 's';
    }
    // The line that closes a sample stands outside it.
    const own = whole !== undefined && before !== '.' ? '.' : kind;
    return own.repeat(line.length + 1);
  });
  return kinds.join('').slice(0, text.length);
}

test('samples of a text are found from its fences', () => {
  const pieces = [
    '```',
    '~~~',
    '````',
    '``',
    '```js',
    '~~~python',
    ' ',
    '\t',
    '        ',
    'text',
    '\n',
    '\n',
    'R',
  ];
  const wrong: string[] = [];
  let seed = 11;
  const random = (count: number): number => (seed = (seed * 48271) % 0x7fffffff) % count;
  for (let round = 0; round < 1_000; round++) {
    const text = Array.from({ length: 1 + random(14) }, () => pieces[random(pieces.length)]!).join('');
    if (drawn(text) !== byLines(text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});
