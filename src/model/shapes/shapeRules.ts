import type { OnnxNode } from '../onnx/onnxGraph';
import { axisFrom, intAttribute, intsAttribute } from '../onnx/attributes';
import type { GraphIndex } from '../onnx/graphIndex';
import type { Shape, ShapeRule, Shapes } from './shapes';
import { broadcastKnown, broadcastShapes } from './broadcastShapes';
import {
  concat,
  expand,
  flatten,
  gather,
  gatherND,
  listedAxes,
  reshape,
  slice,
  split,
  squeeze,
  tile,
  transpose,
  unsqueeze,
} from './layoutShapes';
import { productAxes } from './productAxes';
import { asNumber, isOne, minus, sizeOf, type Size } from './size';

const at = (node: OnnxNode, known: Shapes, input: number): Shape | undefined =>
  known.shape(node.inputs[input] ?? '');

/** Every output has the shape of the first input. */
const asFirst: ShapeRule = (node, known) => node.outputs.map(() => at(node, known, 0));

const broadcast: ShapeRule = (node, known) => [
  broadcastKnown(node.inputs.filter((name) => name !== '').map((name) => known.shape(name))),
];

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

/** How many times a window fits along one axis; rounded down, as exporters ask for. */
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
