/**
 * The coefficients of ordinary least squares, for each of several outcomes of the same design. `columns`: `[coefficient]
 * [case]`, with a column of ones where a constant is wanted; a column that the ones before it explain gets 0. After Gram and
 * Schmidt, each column twice, which is as exact as reflections (Giraud, Langou and Rozložník 2005).
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
): (outcome: ArrayLike<number>) => number[] {
  const basis: Float64Array[] = [];
  /** `[column][earlier column]`: how much of the basis vector it holds; its own length last. */
  const parts: number[][] = [];
  for (const column of columns) {
    const rest = Float64Array.from(column);
    const length = norm(rest);
    const held = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((vector, i) => {
        const part = dot(vector, rest);
        held[i]! += part;
        subtract(rest, vector, part);
      });
    }
    const left = norm(rest);
    const isNew = left > 1e-10 * length;
    basis.push(isNew ? rest.map((value) => value / left) : new Float64Array(rest.length));
    parts.push([...held, isNew ? left : 0]);
  }
  return (outcome) => {
    const rest = Float64Array.from(outcome);
    const along = basis.map((vector) => {
      const part = dot(vector, rest);
      subtract(rest, vector, part);
      return part;
    });
    const coefficients = new Array<number>(columns.length).fill(0);
    for (let i = columns.length - 1; i >= 0; i--) {
      const own = parts[i]![i]!;
      if (own === 0) continue;
      let sum = along[i]!;
      for (let j = i + 1; j < columns.length; j++) sum -= parts[j]![i]! * coefficients[j]!;
      coefficients[i] = sum / own;
    }
    return coefficients;
  };
}

/**
 * What is left of outcomes once some columns are accounted for: the coefficients are fitted beside a constant of each
 * group, so that what tells the groups apart stays. `nuisance`: `[column][case]`, `groups`: `[case]`.
 */
export function regressOut(
  nuisance: readonly ArrayLike<number>[],
  groups: readonly number[],
): (outcome: readonly number[]) => number[] {
  const constants = [...new Set(groups)].map((one) => groups.map((group) => (group === one ? 1 : 0)));
  const centered = nuisance.map((column) => {
    const center = Array.from(column).reduce((sum, value) => sum + value, 0) / column.length;
    return Float64Array.from(column, (value) => value - center);
  });
  const fit = leastSquares([...constants, ...centered]);
  return (outcome) => {
    const slopes = fit(outcome).slice(constants.length);
    return outcome.map((value, i) =>
      slopes.reduce((left, slope, column) => left - slope * centered[column]![i]!, value),
    );
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const norm = (a: Float64Array) => Math.sqrt(dot(a, a));

function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * vector[i]!;
}
