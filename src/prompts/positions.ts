/** A place in a text as people count: both from 1, `column` in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Where each line of a text starts, in UTF-16 code units. Lines end at `\n`, `\r\n` and `\r`, as in the editor. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** The place of an offset, by the line starts of its text. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return { line: low, column: offset - starts[low - 1]! + 1 };
}
