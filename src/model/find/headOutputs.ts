import type { Axes } from '../shapes/axisParts';
import { asNumber } from '../shapes/size';
import type { HeadOutputs } from './attentionLayer';
import type { FoundAttention, KnownGraph } from './matchers/matcher';

/** Tensors looked at from one place: a layer's parts lie near one another. */
const FARTHEST = 400;

/** Operators that make whole numbers of real ones. */
const WHOLE = /^(?:Dynamic)?QuantizeLinear$|^QLinear|Integer$/;

/**
 * The outputs of a layer's heads on their way to `attention`, which is what they add to the stream; `null` where they
 * are not found, or do not stand in order.
 */
export function headOutputs(
  layer: FoundAttention,
  attention: string,
  { index, shapes, axes }: KnownGraph,
): HeadOutputs | null {
  const way = wayOf(layer.result.outputs, attention, index);
  const product = way.findIndex((_, i) => {
    const next = index.producer.get(way[i + 1] ?? '');
    return (
      next?.inputs.some((name) => index.constants.has(name) && shapes.shape(name)?.length !== 1) ?? false
    );
  });
  // Not as whole numbers, in 8-bit arithmetic.
  const isRow = (tensor: string) =>
    shapes.shape(tensor)?.length === 3 && !WHOLE.test(index.producer.get(tensor)?.opType ?? '');
  const at = way.slice(0, product + 1).findLastIndex(isRow);
  const mixed = way[at];
  if (mixed === undefined || !inOrder(axes.get(mixed), layer)) return null;
  const alone = madeOnlyOf(mixed, way, index);
  const projected = way.slice(product + 1).findLast((tensor) => isRow(tensor) && alone.has(tensor));
  return projected === undefined ? null : { mixed, projected };
}

/** Whether the last axis is that of the map's heads, and then of what they have read; fused ops put it so. */
function inOrder(axes: Axes | undefined, { traced, source }: FoundAttention): boolean {
  if (!traced) return true;
  const parts = axes?.at(-1) ?? [];
  const heads = source.axes.flat().filter(({ role }) => role === 'head');
  const count = (sizes: readonly (number | undefined)[]) =>
    sizes.reduce<number>((n, size = NaN) => n * size, 1);
  const before = count(parts.slice(0, -1).map(({ size }) => asNumber(size)));
  return before === count(heads.map(({ size }) => size)) && !traced.flat().includes(parts.at(-1)!);
}

/** The shortest way of activations from some tensors to another, both ends with it; empty where there is none. */
function wayOf(
  from: readonly string[],
  to: string,
  { producer, activations }: KnownGraph['index'],
): string[] {
  const next = new Map<string, string>([[to, '']]);
  let open = [to];
  while (open.length > 0 && next.size < FARTHEST) {
    const found = open.find((tensor) => from.includes(tensor));
    if (found !== undefined) {
      const way = [found];
      for (let tensor = next.get(found); tensor; tensor = next.get(tensor)) way.push(tensor);
      return way;
    }
    open = open.flatMap((tensor) =>
      (producer.get(tensor)?.inputs ?? []).filter((input) => {
        if (next.has(input) || !activations.has(input)) return false;
        next.set(input, tensor);
        return true;
      }),
    );
  }
  return [];
}

/** Tensors of a way that are made of one of them and of weights and shapes, and of no other activation. */
function madeOnlyOf(
  tensor: string,
  way: readonly string[],
  { nodes, position, producer, activations }: KnownGraph['index'],
): ReadonlySet<string> {
  const place = (name: string) => position.get(producer.get(name)!) ?? 0;
  const made = new Set([tensor]);
  for (const node of nodes.slice(place(tensor) + 1, place(way.at(-1)!) + 1)) {
    const read = node.inputs.filter((name) => activations.has(name));
    if (read.length > 0 && read.every((name) => made.has(name)))
      for (const name of node.outputs) made.add(name);
  }
  return made;
}
