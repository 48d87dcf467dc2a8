import { addNode, floats, integers } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import { blockType, isPlain } from '../blocks/types';
import { addView, type GgufGraph, type WeightPart } from './ggufGraph';
import type { GgufTensor } from '../readGguf';

/**
 * Products with weights that stay quantised as they are in the GGUF file: planes of 4-bit codes with 8 as their zero, and
 * what is added to all values of a block (see `BlockType`):
 *
 * | codes | planes | offset |
 * | --- | --- | --- |
 * | 4 bits: s (q − 8) | s (q − 8) | – |
 * | 8 bits, q = 16 h + l: s (q − 136) | 16 s (h − 8), s (l − 8) | – |
 * | either, with a minimum | the same | m + 8 s |
 * | either, with the zero 8 lower | the same | 8 s |
 *
 * `MatMulNBits` without a zero point computes x times a plane, in the fast path that it has for 4 bits
 * (8 bits and float zero points take slow ones: 15 to 40 times for one token). The offsets add the sum
 * of x over each block times its offset: a product with a matrix 16 or 32 times smaller. Nothing is rounded
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
  if (isPlain(tensor.type)) {
    const matrix = transposed(graph, plainWeight(graph, tensor, permutedHeads));
    return addNode(graph, 'MatMul', name, [x.name, matrix]);
  }
  const { planes, offsets } = quantisedWeight(graph, tensor, permutedHeads);
  const { block } = blockType(tensor.type);
  const attributes = { K: tensor.columns, N: tensor.rows, bits: 4, block_size: block };
  const shape = [tensor.rows, tensor.columns / block, block / 2];
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
    products.push((out) =>
      addNode(graph, 'MatMul', out, [blockSums(graph, x, block), transposed(graph, offsets)]),
    );
  }
  return addSum(graph, name, products);
}

/** Rows of the tensor `[rows, columns]` at `indices [batch, tokens]`: `[batch, tokens, columns]`. */
export function addEmbedding(graph: GgufGraph, name: string, indices: string, tensor: GgufTensor): string {
  if (isPlain(tensor.type))
    return addNode(graph, 'Gather', name, [plainWeight(graph, tensor, null), indices]);
  const { planes, offsets } = quantisedWeight(graph, tensor, null);
  const { block } = blockType(tensor.type);
  const attributes = { bits: 4, block_size: block, gather_axis: 0, quantize_axis: 1 };
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
    integers(graph, 0, 0, tensor.columns / block, block),
  ]);
  const gathered = addNode(graph, 'Gather', `${name}.offsets`, [offsets, indices]);
  const column = addNode(graph, 'Unsqueeze', `${name}.offsets.column`, [gathered, integers(graph, -1)]);
  const shifted = addNode(graph, 'Add', `${name}.shifted`, [split, column]);
  return addNode(graph, 'Reshape', name, [shifted, integers(graph, 0, 0, tensor.columns)]);
}

/** The tensor as float32 `[rows, columns]`. */
function plainWeight(graph: GgufGraph, tensor: GgufTensor, heads: number | null): string {
  const { name } = tensor;
  const shape = [tensor.rows, tensor.columns];
  if (tensor.type === 'F32')
    return addView(graph, tensor, { part: 'plain', name, type: ElementType.float32, shape }, heads);
  const type = tensor.type === 'F16' ? ElementType.float16 : ElementType.bfloat16;
  const half = addView(graph, tensor, { part: 'plain', name: `${name}.half`, type, shape }, heads);
  return asFloat(graph, half, name);
}

interface QuantisedWeight {
  /** Stored 4-bit values, and the tensor of their scales `[rows, blocks]`. */
  planes: { part: 'low' | 'high'; scales: string }[];
  /** `[rows, blocks]`; `null` where they are all 0. */
  offsets: string | null;
}

function quantisedWeight(graph: GgufGraph, tensor: GgufTensor, heads: number | null): QuantisedWeight {
  const { block, bits, half, offset } = blockType(tensor.type);
  const shape = [tensor.rows, tensor.columns / block];
  const numbers = (part: 'scales' | 'minima'): string => {
    const name = `${tensor.name}.${part}`;
    if (!half) return addView(graph, tensor, { part, name, type: ElementType.float32, shape }, heads);
    const stored = { part, name: `${name}.half`, type: ElementType.float16, shape };
    return asFloat(graph, addView(graph, tensor, stored, heads), name);
  };
  const scales = numbers('scales');
  const times = (factor: number): string => {
    const constant = floats(graph, `constant.${factor}`, Float32Array.of(factor), []);
    return addNode(graph, 'Mul', `${tensor.name}.scales.times_${factor}`, [scales, constant]);
  };
  const low = { part: 'low' as const, scales };
  const planes = bits === 4 ? [low] : [{ part: 'high' as const, scales: times(16) }, low];
  if (offset === 'none') return { planes, offsets: null };
  if (offset === 'eightScales') return { planes, offsets: times(8) };
  const offsets = addNode(graph, 'Add', `${tensor.name}.offsets`, [numbers('minima'), times(8)]);
  return { planes, offsets };
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

/** Sums of an operand over its blocks: `[batch, tokens, blocks]`. Shared by all products of it with blocks of that size. */
function blockSums(graph: GgufGraph, x: Operand, block: number): string {
  const name = block === 32 ? x.name : `${x.name}.by_${block}`;
  const blocks = integers(graph, 0, 0, x.columns / block, block);
  const split = addNode(graph, 'Reshape', `${name}.blocks`, [x.name, blocks]);
  const sumOfEach = { attributes: { keepdims: 0 } };
  return addNode(graph, 'ReduceSum', `${name}.sums`, [split, integers(graph, -1)], sumOfEach);
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
