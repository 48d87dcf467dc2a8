import { type OnnxNode } from '../onnx/onnxGraph';
import { isOne, over, product, sizeOf, type Size } from './size';

/**
 * A stretch of an axis that stays together while a graph reshapes and transposes. Two parts are the
 * same stretch only if they are the same object.
 */
export interface Part {
  size: Size | undefined;
  /** `feature`: made by a projection's weights (heads come from there); `token`: what it is applied to. */
  kind: 'feature' | 'token' | 'unknown';
  /** The product of two activations whose scores this axis runs over, and the operand it came from. */
  born?: { node: OnnxNode; side: 'left' | 'right' };
  /** The stretch that this one was cut from, or that was lengthened to it. */
  from?: Part;
}

/** The parts of each axis of a tensor, outermost first; an axis of size 1 has none. */
export type Axes = readonly (readonly Part[])[];

export function part(size: Size | undefined, kind: Part['kind']): readonly Part[] {
  return isOne(size) ? [] : [{ size, kind }];
}

/** The part itself and what it was cut from, down to the first. */
export function lineage(start: Part): Part[] {
  const line: Part[] = [];
  for (let p: Part | undefined = start; p; p = p.from) line.push(p);
  return line;
}

/** How much is known of what an axis stands for. */
export function knowledge(axis: readonly Part[]): number {
  const rank = { unknown: 1, token: 2, feature: 3 };
  return axis.reduce((most, p) => Math.max(most, rank[p.kind] + (p.born ? 3 : 0)), 0);
}

/**
 * Regroups parts into axes of the given sizes, cutting a part in two where an axis ends inside it.
 * `undefined` where the sizes do not tell how.
 */
export function regroup(axes: Axes, sizes: readonly (Size | undefined)[]): Axes | undefined {
  const rest = axes.flat();
  const taken = sizes.map((): Part[] => []);
  const open = sizes.findIndex((s) => s === undefined);
  const before = open < 0 ? sizes.length : open;
  for (let i = 0; i < before; i++) if (!take(rest, sizes[i], taken[i]!, 'front')) return undefined;
  if (open >= 0) {
    for (let i = sizes.length - 1; i > open; i--) {
      if (sizes[i] === undefined) return pairUp(rest, sizes, taken, open, i);
      if (!take(rest, sizes[i], taken[i]!, 'back')) return undefined;
    }
    taken[open] = rest;
    return taken;
  }
  return rest.length === 0 ? taken : undefined;
}

/** Several axes of unknown size in a row: plain only where each has one part left. */
function pairUp(
  rest: Part[],
  sizes: readonly unknown[],
  taken: Part[][],
  first: number,
  last: number,
): Axes | undefined {
  const between = sizes.slice(first, last + 1);
  if (between.some((s) => s !== undefined) || rest.length !== between.length) return undefined;
  rest.forEach((p, i) => (taken[first + i] = [p]));
  return taken;
}

function take(rest: Part[], size: Size | undefined, into: Part[], end: 'front' | 'back'): boolean {
  let wanted = size;
  while (!isOne(wanted)) {
    const next = end === 'front' ? rest.shift() : rest.pop();
    if (!next || !wanted) return false;
    const left = over(wanted, next.size);
    if (left) {
      add(into, next, end);
      wanted = left;
      continue;
    }
    const cut = over(next.size, wanted);
    if (!cut) return false;
    const piece = { ...next, size: wanted, from: next };
    const remainder = { ...next, size: cut, from: next };
    add(into, piece, end);
    if (end === 'front') rest.unshift(remainder);
    else rest.push(remainder);
    wanted = sizeOf(1);
  }
  return true;
}

function add(into: Part[], p: Part, end: 'front' | 'back'): void {
  if (end === 'front') into.push(p);
  else into.unshift(p);
}

export function axisSize(axis: readonly Part[]): Size | undefined {
  return product(axis.map((p) => p.size));
}
