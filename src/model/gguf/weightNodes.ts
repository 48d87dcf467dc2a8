import { DataType } from '../onnx/writeModel';
import { BLOCK } from './blocks';
import { addNode, addView, integer, integers, type GraphParts, type WeightPart } from './graphParts';
import { type GgufTensor } from './readGguf';

/**
 * Products with weights that stay as they are in the GGUF file. A Q4_1 block of a weight row is
 * w = d q + m = d (q − 8) + (m + 8 d). `MatMulNBits` without a zero point computes x · d (q − 8); the
 * rest is one number a block, so it is the sum of x over the block times (m + 8 d), summed over
 * blocks: a product with a matrix 32 times smaller. Exact up to float32 rounding; a float zero point
 * −m/d in `MatMulNBits` itself would divide by 0 where d = 0 and takes a path eight times slower.
 */

const MS = 'com.microsoft';

const bits = (tensor: GgufTensor): number => (tensor.type === 'Q8_0' ? 8 : 4);
const isPlain = (tensor: GgufTensor): boolean => tensor.type === 'F32' || tensor.type === 'F16';

/** An input of products, and the sums over its blocks once one of them has asked for it. */
export interface Operand {
  name: string;
  /** Number of its values in the last dimension. */
  columns: number;
}

/** `[…, columns]` times the tensor `[rows, columns]` transposed: `[…, rows]`. */
export function addLinear(
  graph: GraphParts,
  name: string,
  x: Operand,
  tensor: GgufTensor,
  permutedHeads: number | null = null,
): string {
  const weight = weightNames(graph, tensor, permutedHeads);
  if (isPlain(tensor)) {
    const matrix = weight.plain();
    return addNode(graph, 'MatMul', name, [x.name, transposed(graph, matrix)]);
  }
  const blocks = tensor.columns / BLOCK;
  const blob = (BLOCK * bits(tensor)) / 8;
  const values = weight.view('values', 'matrix', DataType.uint8, [tensor.rows, blocks, blob]);
  const hasMinima = tensor.type === 'Q4_1';
  const product = addNode(graph, 'MatMulNBits', hasMinima ? `${name}.product` : name, [x.name, values, weight.scales()], {
    domain: MS,
    attributes: { K: tensor.columns, N: tensor.rows, bits: bits(tensor), block_size: BLOCK },
  });
  if (!hasMinima) return product;
  const offset = addNode(graph, 'MatMul', `${name}.offset`, [
    blockSums(graph, x),
    transposed(graph, weight.offsets()),
  ]);
  return addNode(graph, 'Add', name, [product, offset]);
}

/** Rows of the tensor `[rows, columns]` at the given indices `[…]`: `[…, columns]`. */
export function addEmbedding(graph: GraphParts, name: string, indices: string, tensor: GgufTensor): string {
  const weight = weightNames(graph, tensor, null);
  if (isPlain(tensor)) return addNode(graph, 'Gather', name, [weight.plain(), indices]);
  const values = weight.view('values', 'rows', DataType.uint8, [tensor.rows, (tensor.columns * bits(tensor)) / 8]);
  const hasMinima = tensor.type === 'Q4_1';
  const rows = addNode(graph, 'GatherBlockQuantized', hasMinima ? `${name}.product` : name, [values, indices, weight.scales()], {
    domain: MS,
    attributes: { bits: bits(tensor), block_size: BLOCK, gather_axis: 0, quantize_axis: 1 },
  });
  if (!hasMinima) return rows;
  const blocks = tensor.columns / BLOCK;
  const split = addNode(graph, 'Reshape', `${name}.blocks`, [rows, integers(graph, 0, 0, blocks, BLOCK)]);
  const gathered = addNode(graph, 'Gather', `${name}.offset`, [weight.offsets(), indices]);
  const offset = addNode(graph, 'Unsqueeze', `${name}.offset.blocks`, [gathered, integers(graph, -1)]);
  const sum = addNode(graph, 'Add', `${name}.sum`, [split, offset]);
  return addNode(graph, 'Reshape', name, [sum, integers(graph, 0, 0, tensor.columns)]);
}

/** Names of a tensor's parts in the graph; each is made when first asked for. */
function weightNames(graph: GraphParts, tensor: GgufTensor, heads: number | null) {
  const blocks = tensor.columns / BLOCK;
  const view = (part: WeightPart, suffix: string, type: DataType, shape: number[]): string =>
    addView(graph, tensor, { part, name: `${tensor.name}.${suffix}`, type, shape }, heads);
  const half = (part: WeightPart): string =>
    asFloat(graph, view(part, `${part}.half`, DataType.float16, [tensor.rows, blocks]), `${tensor.name}.${part}`);
  const scales = (): string => half('scales');
  return {
    view,
    scales,
    /** m + 8 d of each block, `[rows, blocks]`. */
    offsets: (): string =>
      once(graph, `${tensor.name}.offsets`, (name) => {
        const eight = asFloat(graph, integer(graph, 8), 'constant.eight');
        const shift = addNode(graph, 'Mul', `${tensor.name}.scales.times8`, [scales(), eight]);
        return addNode(graph, 'Add', name, [half('minima'), shift]);
      }),
    plain: (): string => {
      const shape = [tensor.rows, tensor.columns];
      if (tensor.type === 'F32') return addView(graph, tensor, { part: 'plain', name: tensor.name, type: DataType.float, shape }, heads);
      return asFloat(graph, view('plain', 'half', DataType.float16, shape), tensor.name);
    },
  };
}

/** Sums of an operand over its blocks: `[…, columns / 32]`. Shared by all products of one operand. */
function blockSums(graph: GraphParts, x: Operand): string {
  return once(graph, `${x.name}.sums`, (name) => {
    const split = addNode(graph, 'Reshape', `${x.name}.blocks`, [
      x.name,
      integers(graph, 0, 0, x.columns / BLOCK, BLOCK),
    ]);
    return addNode(graph, 'ReduceSum', name, [split, integers(graph, -1)], { attributes: { keepdims: 0 } });
  });
}

// The runtime folds these at load: their inputs are constants.
function transposed(graph: GraphParts, matrix: string): string {
  return once(graph, `${matrix}.transposed`, (name) =>
    addNode(graph, 'Transpose', name, [matrix], { attributes: { perm: [1, 0] } }),
  );
}

function asFloat(graph: GraphParts, input: string, name: string): string {
  return once(graph, name, () => addNode(graph, 'Cast', name, [input], { attributes: { to: DataType.float } }));
}

function once(graph: GraphParts, name: string, make: (name: string) => string): string {
  return graph.nodes.some((node) => node.outputs[0] === name) ? name : make(name);
}
