import type { Shape } from './shapes';
import { asNumber, isOne, sameSize, sizeOf, type Size } from './size';

/**
 * The shape of a sum or product. An operand of unknown shape, a mask say, is taken to have no more axes than
 * the others if these have three or more; it may widen axes of size 1.
 */
export function broadcastKnown(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const known = shapes.filter((s) => s !== undefined);
  if (known.length === shapes.length) return broadcastShapes(shapes);
  const shape = broadcastShapes(known);
  return shape && shape.length > 2 ? shape.map((size) => (isOne(size) ? undefined : size)) : undefined;
}

/** NumPy's rule; where two different sizes meet and neither is known to be 1, a number wins over a name. */
export function broadcastShapes(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const rank = Math.max(0, ...shapes.map((s) => s?.length ?? 0));
  if (shapes.some((s) => s === undefined)) return undefined;
  return Array.from({ length: rank }, (_, axis) => {
    let size: Size | undefined = sizeOf(1);
    for (const shape of shapes) {
      const position = axis - rank + (shape?.length ?? 0);
      if (!shape || position < 0) continue;
      const other = shape[position];
      if (isOne(other)) continue;
      if (isOne(size)) size = other;
      else if (!sameSize(size, other) && asNumber(size) === undefined) size = other ?? size;
    }
    return size;
  });
}
