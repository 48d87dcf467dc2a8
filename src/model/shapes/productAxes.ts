import type { OnnxNode } from '../onnx/onnxGraph';
import type { Shapes } from './shapes';
import { intAttribute } from '../onnx/attributes';

/**
 * A node that multiplies two tensors and sums over what they share, written as Einsum does: a letter
 * per axis. A letter of both sides and the output is shared; one that the output lacks is summed over.
 */
export interface ProductAxes {
  leftInput: number;
  rightInput: number;
  left: readonly string[];
  right: readonly string[];
  out: readonly string[];
}

/** Reads a node as a product; `undefined` for other operators and where the ranks are not known. */
export function productAxes(node: OnnxNode, known: Shapes): ProductAxes | undefined {
  const kind = kinds[node.opType];
  if (!kind) return undefined;
  if (kind === 'einsum') return einsumAxes(node, known);
  const [leftInput, rightInput] = operandsOf(kind);
  const leftRank = known.shape(node.inputs[leftInput] ?? '')?.length;
  if (kind === 'packed') return packedAxes(leftRank);
  const rightRank = known.shape(node.inputs[rightInput] ?? '')?.length;
  if (!leftRank || !rightRank || leftRank < 2 || rightRank < 2) return undefined;
  const lead = Array.from({ length: Math.max(leftRank, rightRank) - 2 }, (_, i) => `batch${i}`);
  const side = (rank: number, axes: [string, string], which: 'A' | 'B'): string[] => {
    const own = lead.slice(lead.length - (rank - 2));
    const [first, last] = intAttribute(node, `trans${which}`, 0) ? [axes[1], axes[0]] : axes;
    // FusedMatMul may have the second last axis in front of the batch.
    return intAttribute(node, `transBatch${which}`, 0) ? [first, ...own, last] : [...own, first, last];
  };
  return {
    leftInput,
    rightInput,
    left: side(leftRank, ['m', 'd'], 'A'),
    right: side(rightRank, ['d', 'n'], 'B'),
    out: [...lead, 'm', 'n'],
  };
}

const kinds: Readonly<Record<string, 'matmul' | 'qlinear' | 'packed' | 'einsum'>> = {
  MatMul: 'matmul',
  Gemm: 'matmul',
  FusedMatMul: 'matmul',
  TransposeMatMul: 'matmul',
  FusedGemm: 'matmul',
  MatMulInteger: 'matmul',
  MatMulIntegerToFloat: 'matmul',
  DynamicQuantizeMatMul: 'matmul',
  QLinearMatMul: 'qlinear',
  QGemm: 'qlinear',
  MatMulNBits: 'packed',
  MatMulBnb4: 'packed',
  Einsum: 'einsum',
};

/** The tensors that a product multiplies; its scales and zero points, which may be worked out at run time, are none. */
export function multiplied(node: OnnxNode): string[] {
  const kind = kinds[node.opType];
  if (!kind) return node.inputs;
  return operandsOf(kind).map((input) => node.inputs[input] ?? '');
}

function operandsOf(kind: (typeof kinds)[string]): [left: number, right: number] {
  return kind === 'qlinear' ? [0, 3] : [0, 1];
}

/** Quantised weights, [out, in] in blocks: their one axis that counts is the output's. */
function packedAxes(leftRank: number | undefined): ProductAxes | undefined {
  if (!leftRank) return undefined;
  const lead = Array.from({ length: leftRank - 1 }, (_, i) => `token${i}`);
  return { leftInput: 0, rightInput: 1, left: [...lead, 'd'], right: ['n'], out: [...lead, 'n'] };
}

function einsumAxes(node: OnnxNode, known: Shapes): ProductAxes | undefined {
  const [terms, result] = (node.attributes.get('equation')?.string ?? '').replaceAll(' ', '').split('->');
  const parts = terms?.split(',') ?? [];
  if (parts.length !== 2 || result === undefined || node.inputs.length !== 2) return undefined;
  const ranks = node.inputs.map((name) => known.shape(name)?.length);
  const dots = parts.map((part, i) => (part.includes('...') ? (ranks[i] ?? 0) - (part.length - 3) : 0));
  const most = Math.max(...dots);
  const spell = (part: string, count: number): string[] | undefined => {
    const all = Array.from({ length: most }, (_, i) => `batch${i}`);
    const axes = part.split('...').map((letters) => [...letters]);
    if (axes.length > 2) return undefined;
    const spelled = axes.length === 2 ? [...axes[0]!, ...all.slice(most - count), ...axes[1]!] : axes[0]!;
    return new Set(spelled).size === spelled.length ? spelled : undefined;
  };
  const [left, right, out] = [spell(parts[0]!, dots[0]!), spell(parts[1]!, dots[1]!), spell(result, most)];
  return left && right && out ? { leftInput: 0, rightInput: 1, left, right, out } : undefined;
}
