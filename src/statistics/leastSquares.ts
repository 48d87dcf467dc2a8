import { studentTwoSided } from './distributions';

/**
 * The coefficients of ordinary least squares, for each of several outcomes of the same design. `columns`: `[coefficient]
 * [case]`, with a column of ones where a constant is wanted; a column that the ones before it explain gets 0. After Gram and
 * Schmidt, each column twice, which is as exact as reflections (Giraud, Langou and Rozložník 2005).
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
): (outcome: ArrayLike<number>) => number[] {
  const { basis, parts } = orthogonal(columns);
  return (outcome) => {
    const rest = Float64Array.from(outcome);
    const along = basis.map((vector) => project(rest, vector));
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
 * Whether the last column tells something beside the others: Student's t of its coefficient, two-sided. p is 1 for a column
 * that the others explain, and for an outcome that does not vary.
 */
export function lastTerm(
  columns: readonly ArrayLike<number>[],
): (outcome: ArrayLike<number>) => { t: number; p: number } {
  const { basis } = orthogonal(columns);
  const degrees = columns[0]!.length - basis.filter((vector) => norm(vector) > 0).length;
  return (outcome) => {
    const rest = Float64Array.from(outcome);
    const along = basis.map((vector) => project(rest, vector));
    const deviation = norm(rest) / Math.sqrt(degrees);
    const t = deviation > 0 ? along.at(-1)! / deviation : 0;
    return { t, p: t === 0 ? 1 : studentTwoSided(t, degrees) };
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

/** Columns at right angles, and `parts`: `[column][basis vector]`, how much of each it holds; its own length last. */
function orthogonal(columns: readonly ArrayLike<number>[]): { basis: Float64Array[]; parts: number[][] } {
  const basis: Float64Array[] = [];
  const parts: number[][] = [];
  for (const column of columns) {
    const rest = Float64Array.from(column);
    const length = norm(rest);
    const held = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass++) basis.forEach((vector, i) => (held[i]! += project(rest, vector)));
    const left = norm(rest);
    const isNew = left > 1e-10 * length;
    basis.push(isNew ? rest.map((value) => value / left) : new Float64Array(rest.length));
    parts.push([...held, isNew ? left : 0]);
  }
  return { basis, parts };
}

/** Takes out of `from` what lies along the vector, and gives how much that was. */
function project(from: Float64Array, vector: Float64Array): number {
  const part = dot(vector, from);
  for (let i = 0; i < from.length; i++) from[i]! -= part * vector[i]!;
  return part;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const norm = (a: Float64Array) => Math.sqrt(dot(a, a));
