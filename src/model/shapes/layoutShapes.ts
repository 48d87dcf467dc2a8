import type { OnnxNode } from '../onnx/onnxGraph';
import { broadcastShapes } from './broadcastShapes';
import { axisFrom, intAttribute, intsAttribute } from '../onnx/attributes';
import type { Shape, ShapeRule, Shapes } from './shapes';
import { asNumber, isOne, minus, over, plus, product, sameSize, sizeOf, type Size } from './size';

/** Rules for the shapes of operators that change the layout of a tensor, cut it or join it with others. */

const at = (node: OnnxNode, known: Shapes, input: number): Shape | undefined =>
  known.shape(node.inputs[input] ?? '');

/** Axes from the attribute (older operator sets) or from an input. */
export function listedAxes(node: OnnxNode, known: Shapes, input: number): readonly number[] | undefined {
  const stated = intsAttribute(node, 'axes');
  if (stated) return stated;
  const numbers = known.value(node.inputs[input] ?? '')?.map(asNumber);
  return numbers?.every((n) => n !== undefined) ? numbers : undefined;
}

export const unsqueeze: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const axes = listedAxes(node, known, 1);
  if (!data || !axes) return [];
  const rank = data.length + axes.length;
  const added = new Set(axes.map((a) => axisFrom(a, rank)));
  const rest = [...data];
  return [Array.from({ length: rank }, (_, i) => (added.has(i) ? sizeOf(1) : rest.shift()))];
};

export const squeeze: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axes = listedAxes(node, known, 1);
  if (!axes && node.inputs[1]) return [];
  const removed = axes && new Set(axes.map((a) => axisFrom(a, data.length)));
  return [data.filter((size, i) => (removed ? !removed.has(i) : !isOne(size)))];
};

export const transpose: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  return [data && permutation(node, data.length).map((axis) => data[axis])];
};

export function permutation(node: OnnxNode, rank: number): readonly number[] {
  return intsAttribute(node, 'perm') ?? Array.from({ length: rank }, (_, i) => rank - 1 - i);
}

/** Tensors of more axes do not run anyway. */
const MOST_AXES = 16;

export const reshape: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const target = intsAttribute(node, 'shape')?.map(sizeOf) ?? known.value(node.inputs[1] ?? '');
  if (!target) {
    const rank = asNumber(at(node, known, 1)?.[0]);
    return [
      rank === undefined || rank > MOST_AXES ? undefined : Array.from({ length: rank }, () => undefined),
    ];
  }
  const keepZero = intAttribute(node, 'allowzero', 0) === 1;
  const sizes = target.map((s, i) => (asNumber(s) === 0 && !keepZero ? data?.[i] : s));
  const open = sizes.findIndex((s) => asNumber(s) === -1);
  if (open >= 0) sizes[open] = data && over(product(data), product(sizes.filter((_, i) => i !== open)));
  return [sizes];
};

/** The tensors that are joined: QLinearConcat has the result's scale before them and a scale after each. */
export function concatInputs({ opType, inputs }: OnnxNode): readonly string[] {
  return opType === 'QLinearConcat' ? inputs.filter((_, i) => i >= 2 && i % 3 === 2) : inputs;
}

export const concat: ShapeRule = (node, known) => {
  const parts = concatInputs(node).map((name) => known.shape(name));
  const rank = parts.find((p) => p)?.length;
  if (rank === undefined) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 0), rank);
  return [
    Array.from({ length: rank }, (_, i) =>
      i === axis
        ? parts.reduce<Size | undefined>((sum, p) => plus(sum, p?.[i]), sizeOf(0))
        : parts.map((p) => p?.[i]).find((s) => s !== undefined),
    ),
  ];
};

export const split: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 0), data.length);
  const stated = intsAttribute(node, 'split')?.map(sizeOf) ?? known.value(node.inputs[1] ?? '');
  const even = over(data[axis], sizeOf(node.outputs.length));
  return node.outputs.map((_, k) => data.map((s, i) => (i === axis ? (stated ? stated[k] : even) : s)));
};

export const slice: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const list = (attribute: string, input: number): readonly (Size | undefined)[] | undefined =>
    intsAttribute(node, attribute)?.map(sizeOf) ?? known.value(node.inputs[input] ?? '');
  const starts = list('starts', 1);
  const ends = list('ends', 2);
  const axes = listedAxes(node, known, 3) ?? (node.inputs[3] ? undefined : starts?.map((_, i) => i));
  if (!axes) return [data.map(() => undefined)];
  const steps = known.value(node.inputs[4] ?? '');
  const sizes = [...data];
  axes.forEach((stated, k) => {
    const axis = axisFrom(stated, data.length);
    const step = node.inputs[4] ? asNumber(steps?.[k]) : 1;
    sizes[axis] = step === 1 ? slicedSize(data[axis], starts?.[k], ends?.[k]) : undefined;
  });
  return [sizes];
};

/** Ends at least this large mean "to the end". */
const TO_THE_END = 2 ** 31 - 1;

function slicedSize(
  size: Size | undefined,
  start: Size | undefined,
  end: Size | undefined,
): Size | undefined {
  const from = asNumber(start);
  const to = asNumber(end);
  const whole = asNumber(size);
  if (from === undefined) return undefined;
  if (whole !== undefined && to !== undefined) {
    const clamp = (x: number): number => Math.min(whole, Math.max(0, x < 0 ? x + whole : x));
    return sizeOf(Math.max(0, clamp(to) - clamp(from)));
  }
  if ((to !== undefined && to >= TO_THE_END) || sameSize(end, size)) {
    return from < 0 ? sizeOf(-from) : minus(size, sizeOf(from));
  }
  if (to !== undefined && to < 0 && from >= 0) return minus(size, sizeOf(from - to));
  // A stretch from the start of an axis of unknown length, up to a size the graph computes.
  return from === 0 && end && to === undefined ? end : undefined;
}

export const gather: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const indices = at(node, known, 1);
  if (!data || !indices) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 0), data.length);
  return [[...data.slice(0, axis), ...indices, ...data.slice(axis + 1)]];
};

export const gatherND: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const indices = at(node, known, 1);
  const depth = asNumber(indices?.at(-1));
  if (!data || !indices || depth === undefined) return [];
  return [[...indices.slice(0, -1), ...data.slice(intAttribute(node, 'batch_dims', 0) + depth)]];
};

export const expand: ShapeRule = (node, known) => {
  const target = known.value(node.inputs[1] ?? '');
  return [target && broadcastShapes([at(node, known, 0), target])];
};

export const flatten: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 1), data.length);
  return [[product(data.slice(0, axis)), product(data.slice(axis))]];
};

export const tile: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const repeats = known.value(node.inputs[1] ?? '');
  return [data && repeats && data.map((s, i) => product([s, repeats[i]]))];
};
