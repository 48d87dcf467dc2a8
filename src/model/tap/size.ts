/**
 * The size of an axis as far as the graph tells: a whole number times named unknowns, e.g. 4·batch.
 * Sums of unlike sizes become an unknown of their own, named by its terms, so that equal sums stay equal.
 */
export interface Size {
  count: number;
  names: readonly string[];
}

export function sizeOf(value: number | string): Size {
  return typeof value === 'number' ? { count: value, names: [] } : { count: 1, names: [value] };
}

/** The size as a number; `undefined` where it is not known. */
export function asNumber(size: Size | undefined): number | undefined {
  return size?.names.length === 0 ? size.count : undefined;
}

export function isOne(size: Size | undefined): boolean {
  return asNumber(size) === 1;
}

export function sameSize(a: Size | undefined, b: Size | undefined): boolean {
  return a !== undefined && b !== undefined && label(a) === label(b);
}

export function times(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return undefined;
  if (a.count === 0 || b.count === 0) return sizeOf(0);
  return { count: a.count * b.count, names: [...a.names, ...b.names].sort() };
}

export function product(sizes: readonly (Size | undefined)[]): Size | undefined {
  return sizes.reduce<Size | undefined>(times, sizeOf(1));
}

/** a / b where that is a whole number whatever the unknowns are, else `undefined`. */
export function over(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b || b.count === 0 || a.count % b.count !== 0) return undefined;
  const names = [...a.names];
  for (const name of b.names) {
    const at = names.indexOf(name);
    if (at < 0) return undefined;
    names.splice(at, 1);
  }
  return { count: a.count / b.count, names };
}

export function plus(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return undefined;
  if (a.names.join() === b.names.join()) return withCount(a.count + b.count, a.names);
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  return sizeOf(`(${[label(a), label(b)].sort().join(' + ')})`);
}

export function minus(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return undefined;
  if (a.names.join() === b.names.join()) return withCount(a.count - b.count, a.names);
  if (b.count === 0) return a;
  return sizeOf(`(${label(a)} - ${label(b)})`);
}

function withCount(count: number, names: readonly string[]): Size {
  return count === 0 ? sizeOf(0) : { count, names };
}

function label(size: Size): string {
  return [String(size.count), ...size.names].join('·');
}
