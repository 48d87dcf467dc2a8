import type { OnnxNode } from '../onnx/onnxGraph';
import { axisFrom, intAttribute } from '../onnx/attributes';
import { knowledge, part, regroup, type Axes, type Part } from './axisParts';
import type { GraphIndex } from '../onnx/graphIndex';
import type { Shapes } from './shapes';
import { productAxes } from './productAxes';
import { concatInputs, listedAxes, permutation } from './layoutShapes';
import { isOne, sameSize, sizeOf, type Size } from './size';

/** What the axes of each tensor stand for; no entry where not even the rank is known. */
export type TracedAxes = ReadonlyMap<string, Axes>;

/** Follows axes from the projections that make them through every layout and product. */
export function traceAxes(index: GraphIndex, known: Shapes): TracedAxes {
  const found = new Map<string, Axes>();
  const trace = (tensor: string): Axes | undefined => {
    let axes = found.get(tensor);
    if (!axes) {
      axes = known.shape(tensor)?.map((size) => part(size, 'unknown'));
      if (axes) found.set(tensor, axes);
    }
    return axes;
  };
  for (const node of index.nodes) {
    for (const tensor of node.outputs) {
      const axes = rules[node.opType]?.({ node, tensor, index, known, trace });
      if (axes) found.set(tensor, axes);
      else trace(tensor);
    }
  }
  return found;
}

/**
 * Whether a tensor holds something per token, as against weights: what is fed, or learned tokens (queries of
 * object detectors and resamplers), which are laid out by the shape of what is fed, or by batch and heads.
 */
export function standsForTokens(tensor: string, index: GraphIndex, known: Shapes): boolean {
  if (index.activations.has(tensor)) return true;
  return (known.shape(tensor)?.length ?? 0) > (index.constants.has(tensor) ? 3 : 2);
}

interface Step {
  node: OnnxNode;
  tensor: string;
  index: GraphIndex;
  known: Shapes;
  trace: (tensor: string) => Axes | undefined;
}
type Rule = (step: Step) => Axes | undefined;

const first = ({ node, trace }: Step): Axes | undefined => trace(node.inputs[0] ?? '');

/** Per axis, the operand that tells most about it; scores tell more than the masks and biases added to them. */
const merge: Rule = (step) => mergeOf(step, step.node.inputs);

/** Quantised sums and products: each operand is followed by its scale and zero point. */
const quantizedMerge: Rule = (step) => mergeOf(step, [step.node.inputs[0] ?? '', step.node.inputs[3] ?? '']);

function mergeOf({ trace, index }: Step, inputs: readonly string[]): Axes | undefined {
  const fed = inputs.filter((name) => index.activations.has(name));
  const operands = (fed.length > 0 ? fed : inputs).map(trace);
  const rank = Math.max(0, ...inputs.map((name) => trace(name)?.length ?? 0));
  if (rank === 0) return undefined;
  const scores = operands.find((axes) => axes?.some((axis) => axis.some((p) => p.born)));
  const of = (axes: Axes | undefined, axis: number): readonly Part[] =>
    axes?.[axis - rank + axes.length] ?? [];
  return Array.from({ length: rank }, (_, axis) => {
    const own = of(scores, axis);
    if (own.length > 0) return own;
    return operands
      .map((axes) => of(axes, axis))
      .reduce((best, next) => (knowledge(next) > knowledge(best) ? next : best), []);
  });
}

const transpose: Rule = (step) => {
  const axes = first(step);
  return axes && permutation(step.node, axes.length).map((from) => axes[from] ?? []);
};

const reshape: Rule = (step) => {
  const axes = first(step);
  const sizes = step.known.shape(step.tensor);
  return axes && sizes && regroup(axes, sizes);
};

const unsqueeze: Rule = (step) => {
  const axes = first(step);
  const added = listedAxes(step.node, step.known, 1);
  if (!axes || !added) return undefined;
  const rank = axes.length + added.length;
  const where = new Set(added.map((a) => axisFrom(a, rank)));
  const rest = [...axes];
  return Array.from({ length: rank }, (_, i) => (where.has(i) ? [] : (rest.shift() ?? [])));
};

const squeeze: Rule = (step) => {
  const axes = first(step);
  const removed = listedAxes(step.node, step.known, 1);
  if (!axes || (!removed && step.node.inputs[1])) return undefined;
  const gone = removed && new Set(removed.map((a) => axisFrom(a, axes.length)));
  return axes.filter((axis, i) => (gone ? !gone.has(i) : axis.length > 0));
};

/** Axes keep their parts where their size is kept; a changed one becomes a part cut from the old. */
const resize: Rule = (step) => {
  const axes = first(step);
  const before = step.known.shape(step.node.inputs[0] ?? '');
  const after = step.known.shape(step.tensor);
  if (!axes || axes.length !== after?.length) return undefined;
  return axes.map((axis, i): readonly Part[] => {
    if (sameSize(before?.[i], after[i])) return axis;
    if (isOne(after[i])) return [];
    const whole: Part | undefined = axis.length === 1 ? axis[0] : undefined;
    return [{ ...(whole ?? { kind: mostKnown(axis) }), size: after[i], ...(whole && { from: whole }) }];
  });
};

function mostKnown(axis: readonly Part[]): Part['kind'] {
  if (axis.some((p) => p.kind === 'feature')) return 'feature';
  return axis.some((p) => p.kind === 'token') ? 'token' : 'unknown';
}

const concat: Rule = (step) => {
  const { node, tensor, index, known } = step;
  const joinedInputs = concatInputs(node);
  const parts = joinedInputs.map((name) => step.trace(name));
  const rank = parts.find((p) => p)?.length;
  if (rank === undefined) return undefined;
  const joined = axisFrom(intAttribute(node, 'axis', 0), rank);
  const size = known.shape(tensor)?.[joined];
  const varying = joinedInputs.filter((name) => index.activations.has(name));
  const equal = varying.every((name) =>
    sameSize(known.shape(name)?.[joined], known.shape(varying[0]!)?.[joined]),
  );
  return Array.from({ length: rank }, (_, i): readonly Part[] => {
    const best = parts
      .map((p) => p?.[i] ?? [])
      .reduce((most, next) => (knowledge(next) > knowledge(most) ? next : most), []);
    if (i !== joined) return best;
    const pieces = piecesOf(step, size);
    if (pieces) return [...pieces, ...best];
    const whole = best.length === 1 ? best[0] : undefined;
    const joinedPart: Part = { ...(whole ?? { kind: mostKnown(best) }), size, ...(whole && { from: whole }) };
    // Several tensors of one size side by side: what the axis counts now is not known.
    if (varying.length > 1 && equal && joinedPart.kind === 'token') joinedPart.kind = 'unknown';
    return [joinedPart];
  });
};

/** The pieces of one split axis put side by side along another: that axis gets, outermost, a part that counts them. */
function piecesOf({ node, index, known }: Step, size: Size | undefined): readonly Part[] | undefined {
  const maker = index.producer.get(node.inputs[0] ?? '');
  if (maker?.opType !== 'Split' || node.inputs.length < 2) return undefined;
  const whole =
    node.inputs.every((name, i) => name === maker.outputs[i]) && maker.outputs.length === node.inputs.length;
  const rank = known.shape(node.inputs[0] ?? '')?.length;
  if (!whole || rank === undefined) return undefined;
  const joined = axisFrom(intAttribute(node, 'axis', 0), rank);
  const cut = axisFrom(intAttribute(maker, 'axis', 0), rank);
  return joined === cut || !size ? undefined : part(sizeOf(node.inputs.length), 'feature');
}

const gather: Rule = (step) => {
  const axes = first(step);
  const indices = step.known.shape(step.node.inputs[1] ?? '');
  // A table looked up by ids: the axes of the ids, then what a row of the table holds.
  if (!step.index.activations.has(step.node.inputs[0] ?? '')) {
    const sizes = step.known.shape(step.tensor);
    return sizes?.map((size, i) => part(size, i < (indices?.length ?? 0) ? 'token' : 'feature'));
  }
  if (!axes || indices?.length !== 0) return undefined;
  const axis = axisFrom(intAttribute(step.node, 'axis', 0), axes.length);
  return axes.filter((_, i) => i !== axis);
};

/** A projection (one operand is weights) makes features; a product of two activations keeps what both have. */
const multiply: Rule = ({ node, tensor, index, known, trace }) => {
  const axes = productAxes(node, known);
  if (!axes) return undefined;
  const names = { left: node.inputs[axes.leftInput] ?? '', right: node.inputs[axes.rightInput] ?? '' };
  const varies = {
    left: standsForTokens(names.left, index, known),
    right: standsForTokens(names.right, index, known),
  };
  const sizes = known.shape(tensor);
  if (varies.left && varies.right) {
    const [left, right] = [trace(names.left), trace(names.right)];
    return axes.out.map((letter, i): readonly Part[] => {
      const l = axes.left.includes(letter)
        ? (left?.[axes.left.indexOf(letter)] ?? part(sizes?.[i], 'unknown'))
        : [];
      const r = axes.right.includes(letter)
        ? (right?.[axes.right.indexOf(letter)] ?? part(sizes?.[i], 'unknown'))
        : [];
      const shared = axes.left.includes(letter) && axes.right.includes(letter);
      if (shared) return knowledge(r) > knowledge(l) ? r : l;
      const side = axes.left.includes(letter) ? 'left' : 'right';
      return bornParts(side === 'left' ? l : r, sizes?.[i], { node, side });
    });
  }
  const ranks = { left: known.shape(names.left)?.length ?? 0, right: known.shape(names.right)?.length ?? 0 };
  const data =
    varies.left === varies.right
      ? ranks.left < ranks.right
        ? 'right'
        : 'left'
      : varies.left
        ? 'left'
        : 'right';
  const operand = trace(names[data]);
  // Of more than three axes, one may already be heads.
  const kindOf = (p: Part): Part['kind'] => (axes[data].length > 3 ? p.kind : 'token');
  const remaining = axes[data].flatMap((letter, at) =>
    axes.out.includes(letter) ? (operand?.[at] ?? []) : [],
  );
  return axes.out.map((letter, i): readonly Part[] => {
    const at = axes[data].indexOf(letter);
    if (at < 0) return part(sizes?.[i], 'feature');
    return (operand?.[at] ?? part(sizes?.[i], 'token')).map((p) => ({
      size: p.size,
      kind: kindOf(p),
      ...(stillScores(p, remaining) && { born: p.born, from: p }),
    }));
  });
};

/** An axis of scores. Tokens laid out in rows and columns become one stretch; heads among queries stay apart. */
function bornParts(
  axis: readonly Part[],
  size: Size | undefined,
  born: NonNullable<Part['born']>,
): readonly Part[] {
  if (axis.length > 1 && axis.every((p) => p.kind !== 'feature'))
    return [{ size, kind: mostKnown(axis), born }];
  return axis.map((p) => ({ size: p.size, kind: p.kind, born }));
}

/** Whether scores, with their queries and their keys, are what is projected: heads may be mixed so. */
function stillScores({ born }: Part, remaining: readonly Part[]): boolean {
  return born !== undefined && remaining.some((p) => p.born?.node === born.node && p.born.side !== born.side);
}

/** Convolution as a projection: [batch, channels, positions …]. */
const conv: Rule = (step) => {
  const axes = first(step);
  const sizes = step.known.shape(step.tensor);
  return sizes?.map((size, i) =>
    i === 1 ? part(size, 'feature') : sameSize(axes?.[i]?.[0]?.size, size) ? axes![i]! : part(size, 'token'),
  );
};

/** A fused attention op gives [batch, queries, features]. */
const fused: Rule = (step) =>
  step.known
    .shape(step.tensor)
    ?.map((size, i, all) => part(size, i === all.length - 1 ? 'feature' : 'token'));

function table(names: string, rule: Rule): [string, Rule][] {
  return names.split(' ').map((name) => [name, rule]);
}

const rules: Readonly<Record<string, Rule>> = Object.fromEntries([
  ...table(
    'Abs BiasGelu BiasSoftmax Cast CastLike Clip Dropout Erf Exp Gelu Identity LayerNormalization Log LogSoftmax ' +
      'LpNormalization Neg RMSNormalization Reciprocal Relu RotaryEmbedding Sigmoid SimplifiedLayerNormalization ' +
      'SkipLayerNormalization SkipSimplifiedLayerNormalization Softmax Softplus Sqrt Tanh Trilu QuantizeLinear ' +
      'DequantizeLinear DynamicQuantizeLinear QLinearSoftmax BatchNormalization ScatterElements ScatterND ' +
      'TensorScatter',
    first,
  ),
  ...table('Add Div Max Mean Min Mul Pow Sub Sum Where', merge),
  ...table(
    'MatMul Gemm Einsum FusedMatMul TransposeMatMul FusedGemm MatMulInteger MatMulIntegerToFloat QLinearMatMul ' +
      'DynamicQuantizeMatMul MatMulNBits MatMulBnb4 QGemm',
    multiply,
  ),
  ...table('Slice Split Pad Expand Tile ReduceSum ReduceMean ReduceMax', resize),
  ...table('QLinearAdd QLinearMul', quantizedMerge),
  ...table('GroupQueryAttention MultiHeadAttention EmbedLayerNormalization', fused),
  ['Transpose', transpose],
  ['Reshape', reshape],
  ['Flatten', reshape],
  ['Unsqueeze', unsqueeze],
  ['Squeeze', squeeze],
  ['Concat', concat],
  ['QLinearConcat', concat],
  ['Gather', gather],
  ['Conv', conv],
]);
