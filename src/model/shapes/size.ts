/** A whole number times named unknowns, e.g. 4·batch; `names` in order. */
interface Term {
  count: number;
  names: readonly string[];
}

/**
 * The size of an axis as far as the graph tells: a sum of terms, e.g. past + sequence, each product of
 * unknowns once and in order, so that equal sizes look alike. No term at all is 0.
 */
export type Size = readonly Term[];

export function sizeOf(value: number | string): Size {
  if (typeof value === 'string') return [{ count: 1, names: [value] }];
  return value === 0 ? [] : [{ count: value, names: [] }];
}

/** The size as a number; `undefined` where it is not known. */
export function asNumber(size: Size | undefined): number | undefined {
  if (size?.length === 0) return 0;
  return size?.length === 1 && size[0]!.names.length === 0 ? size[0]!.count : undefined;
}

export function isOne(size: Size | undefined): boolean {
  return asNumber(size) === 1;
}

export function sameSize(a: Size | undefined, b: Size | undefined): boolean {
  return a !== undefined && b !== undefined && label(a) === label(b);
}

export function times(a: Size | undefined, b: Size | undefined): Size | undefined {
  return a && b && sum(a.flatMap((x) => b.map((y) => multiply(x, y))));
}

export function product(sizes: readonly (Size | undefined)[]): Size | undefined {
  return sizes.reduce<Size | undefined>(times, sizeOf(1));
}

/** a / b where that is a whole number whatever the unknowns are, else `undefined`. */
export function over(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return undefined;
  if (b.length !== 1) return sameSize(a, b) && b.length > 0 ? sizeOf(1) : undefined;
  const quotients = a.map((term) => divide(term, b[0]!));
  return quotients.every((q) => q !== undefined) ? sum(quotients) : undefined;
}

export function plus(a: Size | undefined, b: Size | undefined): Size | undefined {
  return a && b && sum([...a, ...b]);
}

export function minus(a: Size | undefined, b: Size | undefined): Size | undefined {
  return a && b && sum([...a, ...b.map(({ count, names }) => ({ count: -count, names }))]);
}

function multiply(a: Term, b: Term): Term {
  return { count: a.count * b.count, names: [...a.names, ...b.names].sort() };
}

function divide(a: Term, b: Term): Term | undefined {
  if (b.count === 0 || a.count % b.count !== 0) return undefined;
  const names = [...a.names];
  for (const name of b.names) {
    const at = names.indexOf(name);
    if (at < 0) return undefined;
    names.splice(at, 1);
  }
  return { count: a.count / b.count, names };
}

/**
 * Longer sums and products are given up: real ones have two or three terms, a hostile file may square them without
 * end.
 */
const MOST_TERMS = 8;

/** Adds like terms, drops those that cancel out, and puts the rest in order. */
function sum(terms: readonly Term[]): Size | undefined {
  const byNames = new Map<string, Term>();
  for (const { count, names } of terms) {
    const key = names.join('·');
    byNames.set(key, { count: count + (byNames.get(key)?.count ?? 0), names });
  }
  if (byNames.size > MOST_TERMS || terms.some(({ names }) => names.length > MOST_TERMS)) return undefined;
  return [...byNames]
    .filter(([, term]) => term.count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, term]) => term);
}

function label(size: Size): string {
  return size.map(({ count, names }) => [String(count), ...names].join('·')).join(' + ');
}
