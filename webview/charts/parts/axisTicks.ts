/** Steps between labelled cells. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];

/** Least distance of labels that stand upright below a picture, in CSS px: room for a number. */
export const UPRIGHT_GAP = 26;

/** Where to label the cells `[first, end)` of an axis: middles of cells, `gap` CSS px apart at least. */
export function axisTicks(
  first: number,
  end: number,
  length: number,
  gap: number,
): { step: number; values: number[] } {
  const perCell = length / (end - first);
  const step = STEPS.find((candidate) => candidate * perCell >= gap) ?? STEPS[STEPS.length - 1]!;
  const values: number[] = [];
  // A cell is labelled where its middle is in view.
  for (let cell = Math.ceil(Math.ceil(first - 0.5) / step) * step; cell + 0.5 <= end; cell += step)
    values.push(cell + 0.5);
  return { step, values };
}

/** Marks around right-to-left words: they take no room. */
const isMark = (character: string) => character === '\u2068' || character === '\u2069';

/** Shortens a label to a number of characters, whole code points only; in the middle where ends tell names apart. */
export function shorten(label: string, characters: number, inMiddle = false): string {
  const points = [...label];
  const seen = points.filter((point) => !isMark(point));
  if (seen.length <= characters) return label;
  const kept = Math.max(1, characters - 1);
  const tail = inMiddle ? Math.floor(kept / 2) : 0;
  let head = '';
  let left = kept - tail;
  for (const point of points) {
    if (!isMark(point) && left-- === 0) break;
    head += point;
  }
  return `${head}…${seen.slice(seen.length - tail).join('')}`;
}
