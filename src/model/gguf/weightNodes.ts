import { addNode, floats, integers } from '../onnx/graphDraft';
import { ElementType } from '../onnx/onnxGraph';
import { BLOCK } from './blocks';
import { addView, type GgufGraph, type WeightPart } from './ggufGraph';
import type { GgufTensor } from './readGguf';

/**
 * Products with weights that stay quantised as they are in the GGUF file. Each type is written as
 * 4-bit planes v with 8 as their zero, and one number a block:
 *
 * | type | weight | planes | offset |
 * | --- | --- | --- | --- |
 * | Q4_0 | d (q − 8) | d (q − 8) | – |
 * | Q4_1 | d q + m | d (q − 8) | m + 8 d |
 * | Q8_0 | d q, q + 128 = 16 h + l | 16 d (h − 8), d (l − 8) | 8 d |
 *
 * `MatMulNBits` without a zero point computes x times a plane, in the fast path that it has for 4 bits
 * (8 bits and float zero points take slow ones: 15 to 40 times for one token). The offsets add the sum
 * of x over each block times its offset: a product with a matrix 32 times smaller. Nothing is rounded
 * except by float32 arithmetic.
 */

/** An input of products: its name, and its values in the last dimension. */
export interface Operand {
  name: string;
  columns: number;
}

const MS = 'com.microsoft';

/** `x [batch, tokens, columns]` times the tensor `[rows, columns]` transposed: `[batch, tokens, rows]`. */
export function addLinear(
  graph: GgufGraph,
  name: string,
  x: Operand,
  tensor: GgufTensor,
  permutedHeads: number | null = null,
): string {
  if (isPlain(tensor)) {
    const matrix = transposed(graph, plainWeight(graph, tensor, permutedHeads));
    return addNode(graph, 'MatMul', name, [x.name, matrix]);
  }
  const { planes, offsets } = quantisedWeight(graph, tensor, permutedHeads);
  const attributes = { K: tensor.columns, N: tensor.rows, bits: 4, block_size: BLOCK };
  const shape = [tensor.rows, tensor.columns / BLOCK, BLOCK / 2];
  const products = planes.map(
    ({ part, scales }) =>
      (out: string) =>
        addNode(
          graph,
          'MatMulNBits',
          out,
          [x.name, planeView(graph, tensor, part, 'matrix', shape, permutedHeads), scales],
          {
            domain: MS,
            attributes,
          },
        ),
  );
  if (offsets !== null) {
    products.push((out) => addNode(graph, 'MatMul', out, [blockSums(graph, x), transposed(graph, offsets)]));
  }
  return addSum(graph, name, products);
}

/** Rows of the tensor `[rows, columns]` at `indices [batch, tokens]`: `[batch, tokens, columns]`. */
export function addEmbedding(graph: GgufGraph, name: string, indices: string, tensor: GgufTensor): string {
  if (isPlain(tensor)) return addNode(graph, 'Gather', name, [plainWeight(graph, tensor, null), indices]);
  const { planes, offsets } = quantisedWeight(graph, tensor, null);
  const attributes = { bits: 4, block_size: BLOCK, gather_axis: 0, quantize_axis: 1 };
  const shape = [tensor.rows, tensor.columns / 2];
  const rows = planes.map(
    ({ part, scales }) =>
      (out: string) =>
        addNode(
          graph,
          'GatherBlockQuantized',
          out,
          [planeView(graph, tensor, part, 'rows', shape, null), indices, scales],
          {
            domain: MS,
            attributes,
          },
        ),
  );
  if (offsets === null) return addSum(graph, name, rows);
  const sum = addSum(graph, `${name}.planes`, rows);
  const split = addNode(graph, 'Reshape', `${name}.blocks`, [
    sum,
    integers(graph, 0, 0, tensor.columns / BLOCK, BLOCK),
  ]);
  const gathered = addNode(graph, 'Gather', `${name}.offsets`, [offsets, indices]);
  const column = addNode(graph, 'Unsqueeze', `${name}.offsets.column`, [gathered, integers(graph, -1)]);
  const shifted = addNode(graph, 'Add', `${name}.shifted`, [split, column]);
  return addNode(graph, 'Reshape', name, [shifted, integers(graph, 0, 0, tensor.columns)]);
}

const isPlain = (tensor: GgufTensor): boolean => tensor.type === 'F32' || tensor.type === 'F16';

/** The tensor as float32 `[rows, columns]`. */
function plainWeight(graph: GgufGraph, tensor: GgufTensor, heads: number | null): string {
  const { name } = tensor;
  const shape = [tensor.rows, tensor.columns];
  if (tensor.type === 'F32')
    return addView(graph, tensor, { part: 'plain', name, type: ElementType.float32, shape }, heads);
  const half = addView(
    graph,
    tensor,
    { part: 'plain', name: `${name}.half`, type: ElementType.float16, shape },
    heads,
  );
  return asFloat(graph, half, name);
}

interface QuantisedWeight {
  /** Stored 4-bit values, and the tensor of their scales `[rows, blocks]`. */
  planes: { part: 'low' | 'high'; scales: string }[];
  /** `[rows, blocks]`; `null` where they are all 0. */
  offsets: string | null;
}

function quantisedWeight(graph: GgufGraph, tensor: GgufTensor, heads: number | null): QuantisedWeight {
  const shape = [tensor.rows, tensor.columns / BLOCK];
  const half = (part: 'scales' | 'minima'): string => {
    const view = { part, name: `${tensor.name}.${part}.half`, type: ElementType.float16, shape };
    return asFloat(graph, addView(graph, tensor, view, heads), `${tensor.name}.${part}`);
  };
  const times = (factor: number): string => {
    const constant = floats(graph, `constant.${factor}`, Float32Array.of(factor), []);
    return addNode(graph, 'Mul', `${tensor.name}.scales.times_${factor}`, [scales, constant]);
  };
  const scales = half('scales');
  if (tensor.type === 'Q4_0') return { planes: [{ part: 'low', scales }], offsets: null };
  if (tensor.type === 'Q8_0') {
    const planes = [
      { part: 'high' as const, scales: times(16) },
      { part: 'low' as const, scales },
    ];
    return { planes, offsets: times(8) };
  }
  const offsets = addNode(graph, 'Add', `${tensor.name}.offsets`, [half('minima'), times(8)]);
  return { planes: [{ part: 'low', scales }], offsets };
}

/** The same stored values under the shape that one operator wants. */
function planeView(
  graph: GgufGraph,
  tensor: GgufTensor,
  part: WeightPart,
  use: 'matrix' | 'rows',
  shape: number[],
  heads: number | null,
): string {
  return addView(
    graph,
    tensor,
    { part, name: `${tensor.name}.${part}.${use}`, type: ElementType.uint8, shape },
    heads,
  );
}

/** Sums of an operand over its blocks: `[batch, tokens, blocks]`. Shared by all products of it. */
function blockSums(graph: GgufGraph, x: Operand): string {
  const blocks = integers(graph, 0, 0, x.columns / BLOCK, BLOCK);
  const split = addNode(graph, 'Reshape', `${x.name}.blocks`, [x.name, blocks]);
  const sumOfEach = { attributes: { keepdims: 0 } };
  return addNode(graph, 'ReduceSum', `${x.name}.sums`, [split, integers(graph, -1)], sumOfEach);
}

/** Adds up terms, each of which is made under a given name; the sum has `name`. */
function addSum(graph: GgufGraph, name: string, terms: ((out: string) => string)[]): string {
  const [first, ...rest] = terms;
  if (!first) throw new Error('a sum of nothing');
  let sum = first(rest.length === 0 ? name : `${name}.term_0`);
  rest.forEach((term, i) => {
    const right = term(`${name}.term_${i + 1}`);
    sum = addNode(graph, 'Add', i + 1 === rest.length ? name : `${name}.sum_${i + 1}`, [sum, right]);
  });
  return sum;
}

// The runtime works these out once, at load: their inputs are constants.
function transposed(graph: GgufGraph, matrix: string): string {
  return addNode(graph, 'Transpose', `${matrix}.transposed`, [matrix], { attributes: { perm: [1, 0] } });
}

function asFloat(graph: GgufGraph, input: string, name: string): string {
  return addNode(graph, 'Cast', name, [input], { attributes: { to: ElementType.float32 } });
}
