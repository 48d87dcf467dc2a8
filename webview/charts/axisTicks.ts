/** Steps between labelled cells. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];

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

/** Shortens a label to a number of characters, whole code points only. */
export function shorten(label: string, characters: number): string {
  const points = [...label];
  return points.length <= characters ? label : `${points.slice(0, characters - 1).join('')}…`;
}
