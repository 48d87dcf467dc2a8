/**
 * What the weights of a row are multiplied by once the sink is taken out, so that the rest sums to 1; the one place
 * that says so. `rest`: sum of the weights beside the sink. 0 where there is nothing beside it.
 */
export function scaleWithoutSink(rest: number): number {
  return rest > 0 ? 1 / rest : 0;
}

/**
 * Takes the sink out of rows of weights `[rows, columns]`, in place: its weight becomes `gone` and the rest of each row
 * is scaled to sum to 1. Absent cells (NaN) stay absent. Without a sink, rows stay as they are.
 */
export function takeSinkOut(
  values: Float32Array | Float64Array,
  rows: number,
  columns: number,
  sink: number | null,
  gone = NaN,
): void {
  if (sink === null) return;
  for (let row = 0; row < rows; row++) {
    const weights = values.subarray(row * columns, (row + 1) * columns);
    const scale = scaleWithoutSink(sumBeside(weights, sink));
    for (let key = 0; key < columns; key++) weights[key]! *= scale;
    weights[sink] = gone;
  }
}

/**
 * Share of a row of weights that lands on some of its tokens. `sink`: the key that is taken out of the row first;
 * `null` leaves the row as it is.
 */
export function shareOf(row: ArrayLike<number>, tokens: readonly number[], sink: number | null): number {
  let share = 0;
  for (const token of tokens) if (token !== sink) share += row[token] ?? 0;
  return sink === null ? share : share * scaleWithoutSink(sumBeside(row, sink));
}

function sumBeside(row: ArrayLike<number>, sink: number): number {
  let rest = 0;
  for (let key = 0; key < row.length; key++) {
    const weight = row[key]!;
    if (key !== sink && weight > 0) rest += weight;
  }
  return rest;
}
