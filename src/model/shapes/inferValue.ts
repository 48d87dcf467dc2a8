import type { OnnxNode } from '../onnx/onnxGraph';
import { tensorValues } from '../onnx/readTensor';
import { intAttribute, intsAttribute } from '../onnx/attributes';
import type { Shape, Shapes } from './shapes';
import { asNumber, minus, over, plus, product, sameSize, sizeOf, times, type Size } from './size';

type Values = readonly (Size | undefined)[];
type Rule = (node: OnnxNode, inputs: (Values | undefined)[], known: Shapes) => Values | undefined;

/** The elements of a node's first output, where it computes on shapes and indices. */
export function inferValue(node: OnnxNode, known: Shapes): Values | undefined {
  return rules[node.opType]?.(
    node,
    node.inputs.map((name) => known.value(name)),
    known,
  );
}

const same: Rule = (_node, [x]) => x;

function pairwise(op: (a: Size | undefined, b: Size | undefined) => Size | undefined): Rule {
  return (_node, [a, b]) => {
    if (!a || !b || a.length === 0 || b.length === 0) return undefined;
    const length = Math.max(a.length, b.length);
    if ((a.length !== length && a.length !== 1) || (b.length !== length && b.length !== 1)) return undefined;
    return Array.from({ length }, (_, i) => op(a[a.length === 1 ? 0 : i], b[b.length === 1 ? 0 : i]));
  };
}

function truth(value: boolean | undefined): Size | undefined {
  return value === undefined ? undefined : sizeOf(value ? 1 : 0);
}

/** Sizes are never negative, so a named one differs from -1. */
function equal(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return undefined;
  if (sameSize(a, b)) return truth(true);
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return truth(false);
  return truth((x ?? y ?? 0) < 0 ? false : undefined);
}

const rules: Readonly<Record<string, Rule>> = {
  Shape: (node, _in, known) => {
    const shape = known.shape(node.inputs[0] ?? '');
    return shape?.slice(intAttribute(node, 'start', 0), node.attributes.get('end')?.int);
  },
  Size: (node, _in, known) => {
    const shape = known.shape(node.inputs[0] ?? '');
    return shape && [product(shape)];
  },
  Constant: (node) => {
    const one = node.attributes.get('value_int')?.int;
    return one !== undefined ? [sizeOf(one)] : intsAttribute(node, 'value_ints')?.map(sizeOf);
  },
  ConstantOfShape: (node, [shape]) => {
    const length = shape?.length === 0 ? 1 : shape?.length === 1 ? asNumber(shape[0]) : undefined;
    const tensor = node.attributes.get('value')?.tensor;
    const fill = tensor ? tensorValues(tensor)?.[0] : 0;
    if (length === undefined || length > 64 || fill === undefined) return undefined;
    return Array.from({ length }, () => sizeOf(fill));
  },
  Cast: same,
  Identity: same,
  Unsqueeze: same,
  Squeeze: same,
  Reshape: same,
  Flatten: same,
  Floor: same,
  Concat: (node, parts, known) => {
    const pieces = parts.map((piece, i) => piece ?? unknowns(known.shape(node.inputs[i] ?? '')));
    return pieces.every((piece) => piece !== undefined) ? pieces.flat() : undefined;
  },
  Gather: (node, [data, indices], known) => {
    if (!data || !indices || known.shape(node.inputs[0] ?? '')?.length !== 1) return undefined;
    return indices.map((i) => data.at(asNumber(i) ?? data.length));
  },
  Slice: (node, [data, starts, ends, axes, steps], known) => {
    if (!data || known.shape(node.inputs[0] ?? '')?.length !== 1) return undefined;
    const start = intsAttribute(node, 'starts')?.[0] ?? asNumber(starts?.[0]);
    const end = intsAttribute(node, 'ends')?.[0] ?? asNumber(ends?.[0]);
    const plain = (axes === undefined || asNumber(axes[0]) === 0) && (!steps || asNumber(steps[0]) === 1);
    return start === undefined || end === undefined || !plain ? undefined : data.slice(start, end);
  },
  Split: (node, [data, sizes]) => {
    const first = asNumber(sizes?.[0]) ?? intsAttribute(node, 'split')?.[0];
    return first === undefined ? undefined : data?.slice(0, first);
  },
  Add: pairwise(plus),
  Sub: pairwise(minus),
  Mul: pairwise(times),
  Div: pairwise((a, b) => over(a, b) ?? exactly(a, b, (x, y) => Math.trunc(x / y))),
  Equal: pairwise(equal),
  Max: pairwise((a, b) => extreme(a, b, Math.max)),
  Min: pairwise((a, b) => extreme(a, b, Math.min)),
  Mod: pairwise((a, b) => exactly(a, b, (x, y) => ((x % y) + y) % y)),
  Neg: (_node, [x]) => x?.map((v) => times(v, sizeOf(-1))),
  Not: (_node, [x]) => x?.map((v) => truth(v && asNumber(v) === 0)),
  Where: (_node, [condition, yes, no]) => {
    if (!condition || !yes || !no) return undefined;
    return condition.map((c, i) => {
      const chosen = asNumber(c);
      if (chosen === undefined) return undefined;
      const from = chosen === 0 ? no : yes;
      return from[from.length === 1 ? 0 : i];
    });
  },
  ReduceProd: (_node, [x]) => x && [product(x)],
};

/** As many unknown elements as a 1-D tensor of known length has. */
function unknowns(shape: Shape | undefined): Values | undefined {
  const length = shape?.length === 1 ? asNumber(shape[0]) : undefined;
  return length !== undefined && length <= 8 ? Array.from({ length }, () => undefined) : undefined;
}

/** Arithmetic that is done on plain numbers only. */
function exactly(
  a: Size | undefined,
  b: Size | undefined,
  op: (x: number, y: number) => number,
): Size | undefined {
  const [x, y] = [asNumber(a), asNumber(b)];
  const result = x === undefined || y === undefined ? NaN : op(x, y);
  return Number.isInteger(result) ? sizeOf(result) : undefined;
}

function extreme(
  a: Size | undefined,
  b: Size | undefined,
  pick: (x: number, y: number) => number,
): Size | undefined {
  return sameSize(a, b) ? a : exactly(a, b, pick);
}
