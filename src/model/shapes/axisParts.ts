import type { OnnxNode } from '../onnx/onnxGraph';
import { isOne, over, sizeOf, type Size } from './size';

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
 * Regroups parts into axes of the given sizes, cutting a part in two where an axis ends inside it. One
 * axis whose size is unknown, or named differently from its parts, gets what the others leave: a reshape
 * keeps the number of elements. `undefined` where the sizes do not tell how.
 */
export function regroup(axes: Axes, sizes: readonly (Size | undefined)[]): Axes | undefined {
  const rest = axes.flat();
  const taken = sizes.map((): Part[] => []);
  const open = sizes.findIndex((size, i) => !takeAll(rest, size, taken[i]!, 'front'));
  if (open < 0) return rest.length === 0 ? taken : undefined;
  for (let i = sizes.length - 1; i > open; i--) {
    if (takeAll(rest, sizes[i], taken[i]!, 'back')) continue;
    return pairUp(rest, sizes, taken, open, i);
  }
  taken[open] = rest;
  return taken;
}

/** Takes parts for one axis, or leaves everything as it was. */
function takeAll(rest: Part[], size: Size | undefined, into: Part[], end: 'front' | 'back'): boolean {
  const before = [...rest];
  if (size && take(rest, size, into, end)) return true;
  rest.splice(0, rest.length, ...before);
  into.length = 0;
  return false;
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
