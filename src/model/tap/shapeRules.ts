import { type OnnxNode } from '../onnx/onnxGraph';
import { axisFrom, intAttribute, intsAttribute } from './attributes';
import { type GraphIndex } from './graphIndex';
import { type Shape, type ShapeRule, type Shapes } from './inferShapes';
import { productAxes } from './productAxes';
import { asNumber, isOne, minus, over, plus, product, sameSize, sizeOf, type Size } from './size';

const at = (node: OnnxNode, known: Shapes, input: number): Shape | undefined =>
  known.shape(node.inputs[input] ?? '');

/** Every output has the shape of the first input. */
const asFirst: ShapeRule = (node, known) => node.outputs.map(() => at(node, known, 0));

const broadcast: ShapeRule = (node, known) => [
  broadcastKnown(node.inputs.filter((name) => name !== '').map((name) => known.shape(name))),
];

/**
 * The shape of a sum or product. An operand of unknown shape, a mask say, is taken to have no more axes than
 * the others if these have three or more; axes of size 1 it may widen.
 */
function broadcastKnown(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const known = shapes.filter((s) => s !== undefined);
  if (known.length === shapes.length) return broadcastShapes(shapes);
  const shape = broadcastShapes(known);
  return shape && shape.length > 2 ? shape.map((size) => (isOne(size) ? undefined : size)) : undefined;
}

/** NumPy's rule; where two unlike sizes meet and neither is known to be 1, a number wins over a name. */
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

const productRule: ShapeRule = (node, known) => {
  const axes = productAxes(node, known);
  if (!axes) return [];
  const [left, right] = [at(node, known, axes.leftInput), at(node, known, axes.rightInput)];
  return [
    axes.out.map((letter) => {
      const candidates = [left?.[axes.left.indexOf(letter)], right?.[axes.right.indexOf(letter)]];
      return (
        candidates.find((size) => size !== undefined && !isOne(size)) ??
        candidates.find((s) => s) ??
        undefined
      );
    }),
  ];
};

/** Axes from the attribute (older operator sets) or from an input. */
export function listedAxes(node: OnnxNode, known: Shapes, input: number): readonly number[] | undefined {
  const stated = intsAttribute(node, 'axes');
  if (stated) return stated;
  const numbers = known.value(node.inputs[input] ?? '')?.map(asNumber);
  return numbers?.every((n) => n !== undefined) ? numbers : undefined;
}

const unsqueeze: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const axes = listedAxes(node, known, 1);
  if (!data || !axes) return [];
  const rank = data.length + axes.length;
  const added = new Set(axes.map((a) => axisFrom(a, rank)));
  const rest = [...data];
  return [Array.from({ length: rank }, (_, i) => (added.has(i) ? sizeOf(1) : rest.shift()))];
};

const squeeze: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axes = listedAxes(node, known, 1);
  if (!axes && node.inputs[1]) return [];
  const removed = axes && new Set(axes.map((a) => axisFrom(a, data.length)));
  return [data.filter((size, i) => (removed ? !removed.has(i) : !isOne(size)))];
};

const transpose: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  return [data && permutation(node, data.length).map((axis) => data[axis])];
};

export function permutation(node: OnnxNode, rank: number): readonly number[] {
  return intsAttribute(node, 'perm') ?? Array.from({ length: rank }, (_, i) => rank - 1 - i);
}

/** Tensors of more axes do not run anyway. */
const MOST_AXES = 16;

const reshape: ShapeRule = (node, known) => {
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

const concat: ShapeRule = (node, known) => {
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

const split: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 0), data.length);
  const stated = intsAttribute(node, 'split')?.map(sizeOf) ?? known.value(node.inputs[1] ?? '');
  const even = over(data[axis], sizeOf(node.outputs.length));
  return node.outputs.map((_, k) => data.map((s, i) => (i === axis ? (stated ? stated[k] : even) : s)));
};

const slice: ShapeRule = (node, known) => {
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

const gather: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const indices = at(node, known, 1);
  if (!data || !indices) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 0), data.length);
  return [[...data.slice(0, axis), ...indices, ...data.slice(axis + 1)]];
};

const gatherND: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const indices = at(node, known, 1);
  const depth = asNumber(indices?.at(-1));
  if (!data || !indices || depth === undefined) return [];
  return [[...indices.slice(0, -1), ...data.slice(intAttribute(node, 'batch_dims', 0) + depth)]];
};

const expand: ShapeRule = (node, known) => {
  const target = known.value(node.inputs[1] ?? '');
  return [target && broadcastShapes([at(node, known, 0), target])];
};

const reduce: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axes = listedAxes(node, known, 1);
  if (!axes && node.inputs[1]) return [];
  const gone = new Set((axes ?? data.map((_, i) => i)).map((a) => axisFrom(a, data.length)));
  const keep = intAttribute(node, 'keepdims', 1) === 1;
  return [data.flatMap((size, i) => (!gone.has(i) ? [size] : keep ? [sizeOf(1)] : []))];
};

const fromInput =
  (input: number): ShapeRule =>
  (node, known) => [at(node, known, input)];

/** Sizes asked for by an input: ConstantOfShape. */
const ofShape: ShapeRule = (node, known) => [known.value(node.inputs[0] ?? '')];

const flatten: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  if (!data) return [];
  const axis = axisFrom(intAttribute(node, 'axis', 1), data.length);
  return [[product(data.slice(0, axis)), product(data.slice(axis))]];
};

/** Convolution keeps the batch and the rank; channels are those of the kernel. */
const conv: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const kernel = at(node, known, 1);
  return [
    data?.map((s, i) =>
      i === 0 ? s : i === 1 ? kernel?.[0] : windowed(node, s, i - 2, asNumber(kernel?.[i])),
    ),
  ];
};

const pool: ShapeRule = (node, known) => [
  at(node, known, 0)?.map((s, i) =>
    i < 2 ? s : windowed(node, s, i - 2, intsAttribute(node, 'kernel_shape')?.[i - 2]),
  ),
];

/** How often a window fits along one axis; rounded down, as exporters ask for. */
function windowed(
  node: OnnxNode,
  size: Size | undefined,
  axis: number,
  kernel: number | undefined,
): Size | undefined {
  const of = (name: string, at: number, standard: number): number =>
    intsAttribute(node, name)?.[at] ?? standard;
  const stride = of('strides', axis, 1);
  const pads = intsAttribute(node, 'pads') ?? [];
  const padding = (pads[axis] ?? 0) + (pads[axis + pads.length / 2] ?? 0);
  const auto = node.attributes.get('auto_pad')?.string ?? 'NOTSET';
  if (kernel === undefined || auto !== 'NOTSET' || intAttribute(node, 'ceil_mode', 0)) return undefined;
  const lost = of('dilations', axis, 1) * (kernel - 1) - padding;
  if (stride === 1) return minus(size, sizeOf(lost));
  const whole = asNumber(size);
  return whole === undefined ? undefined : sizeOf(Math.floor((whole - lost - 1) / stride) + 1);
}

const tile: ShapeRule = (node, known) => {
  const data = at(node, known, 0);
  const repeats = known.value(node.inputs[1] ?? '');
  return [data && repeats && data.map((s, i) => product([s, repeats[i]]))];
};

const shapeOf: ShapeRule = (node, known) => {
  const value = at(node, known, 0)?.slice(intAttribute(node, 'start', 0), node.attributes.get('end')?.int);
  return [[value && sizeOf(value.length)]];
};

const quantized: ShapeRule = (node, known) => [at(node, known, 0), [], []];

const constant: ShapeRule = (node) => {
  const many = intsAttribute(node, 'value_ints');
  return [many ? [sizeOf(many.length)] : []];
};

const range: ShapeRule = (node, known) => {
  const [from, to] = [known.value(node.inputs[0] ?? '')?.[0], known.value(node.inputs[1] ?? '')?.[0]];
  const step = known.value(node.inputs[2] ?? '')?.[0];
  return [[isOne(step) ? minus(to, from) : undefined]];
};

/** The layout that com.microsoft's embedding op gives: [batch, sequence, hidden] of the ids and the table. */
const embed: ShapeRule = (node, known) => [[...(at(node, known, 0) ?? []), at(node, known, 2)?.[1]]];

function rules(names: string, rule: ShapeRule): [string, ShapeRule][] {
  return names.split(' ').map((name) => [name, rule]);
}

/** How each operator's output shapes follow from its inputs; what is not here stays unknown. */
export const shapeRules: Readonly<
  Record<string, (n: OnnxNode, k: Shapes, i: GraphIndex) => (Shape | undefined)[]>
> = Object.fromEntries([
  ...rules(
    'Abs Acos Asin Atan BiasGelu BiasSoftmax Cast CastLike Ceil Celu Clip Cos CumSum Dropout Elu Erf Exp ' +
      'FastGelu Floor Gelu HardSigmoid HardSwish Hardmax Identity IsInf IsNaN LayerNormalization LeakyRelu Log ' +
      'LogSoftmax LpNormalization Mish Neg Not QuickGelu RMSNormalization Reciprocal Relu RotaryEmbedding Round ' +
      'ScatterElements ScatterND Selu Sigmoid Sign SimplifiedLayerNormalization Sin Sinh SkipLayerNormalization ' +
      'SkipSimplifiedLayerNormalization Softmax Softplus Softsign Sqrt Tan Tanh ThresholdedRelu Trilu ' +
      'QuantizeLinear DequantizeLinear QLinearSoftmax QLinearSigmoid BatchNormalization InstanceNormalization ' +
      'GroupNormalization Swish TensorScatter FakeQuant MeanVarianceNormalization',
    asFirst,
  ),
  ...rules(
    'Add And BitwiseAnd Div Equal Greater GreaterOrEqual Less LessOrEqual Max Mean Min Mod Mul Or PRelu Pow Sub Sum ' +
      'Where Xor',
    broadcast,
  ),
  ...rules(
    'MatMul Gemm Einsum FusedMatMul TransposeMatMul FusedGemm MatMulInteger MatMulIntegerToFloat QLinearMatMul ' +
      'DynamicQuantizeMatMul MatMulNBits MatMulBnb4 GemmFloat8 QGemm',
    productRule,
  ),
  ...rules(
    'ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL2 ReduceL1 ReduceSumSquare ReduceLogSumExp',
    reduce,
  ),
  ...rules('GatherElements', fromInput(1)),
  ['Unsqueeze', unsqueeze],
  ['Squeeze', squeeze],
  ['Transpose', transpose],
  ['Reshape', reshape],
  ['Concat', concat],
  ['QLinearConcat', concat],
  ['Split', split],
  ['Slice', slice],
  ['Gather', gather],
  ['GatherBlockQuantized', gather],
  ['GatherND', gatherND],
  ['Expand', expand],
  ['ConstantOfShape', ofShape],
  ['Flatten', flatten],
  ['Conv', conv],
  ['MaxPool', pool],
  ['AveragePool', pool],
  ['Tile', tile],
  ['Shape', shapeOf],
  ['Size', () => [[]]],
  ['Constant', constant],
  ['Range', range],
  ['DynamicQuantizeLinear', quantized],
  ['EmbedLayerNormalization', embed],
  ...rules('QLinearAdd QLinearMul', (node, known) => [
    broadcastShapes([at(node, known, 0), at(node, known, 3)]),
  ]),
  ...rules('GroupQueryAttention MultiHeadAttention', asFirst),
]);
