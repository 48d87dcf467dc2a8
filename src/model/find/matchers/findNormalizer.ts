import type { OnnxNode } from '../../onnx/onnxGraph';
import type { RowSum } from '../attentionLayer';
import { axisFrom, intAttribute } from '../../onnx/attributes';
import { lineage, type Part } from '../../shapes/axisParts';
import { listedAxes } from '../../shapes/layoutShapes';
import { isOne } from '../../shapes/size';
import { KEEPS_WEIGHTS } from './keepsWeights';
import type { KnownGraph, Unmappable } from './matcher';

/** What normalises the scores. */
export interface Normalizer {
  node: OnnxNode;
  rowSum: RowSum;
}

/** Operators that leave a weight as it is, or a row as a whole. */
const KEEPS = new Set([
  ...KEEPS_WEIGHTS,
  'Flatten',
  'Expand',
  'Split',
  'QuantizeLinear',
  'DequantizeLinear',
  'DynamicQuantizeLinear',
  'Where',
]);

/**
 * Goes back from the weights to the scores and finds what normalises them over the keys. `undefined`
 * where nothing does (linear attention and the like have no maps).
 */
export function findNormalizer(
  weights: string,
  key: Part,
  scores: OnnxNode,
  graph: KnownGraph,
): Normalizer | Unmappable | undefined {
  const seen = new Set<string>();
  let exponential: OnnxNode | undefined;
  let open = [{ tensor: weights, rowSum: 'one' as RowSum }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { tensor, rowSum } of open) {
      const node = graph.index.producer.get(tensor);
      if (!node || node === scores || seen.has(tensor) || !hasKey(tensor, key, graph)) continue;
      seen.add(tensor);
      const found = asNormalizer(node, key, rowSum, graph);
      if (found) return 'why' in found ? found : { node: found.node, rowSum: weaker(rowSum, found.rowSum) };
      if (node.opType === 'Exp') exponential ??= node;
      const kept = weaker(rowSum, passing(node, tensor, graph));
      for (const name of node.inputs) if (name) next.push({ tensor: name, rowSum: kept });
    }
    open = next;
  }
  return (
    exponential && {
      node: exponential,
      why: 'its exponentials are multiplied with the values before they are normalised',
    }
  );
}

const ORDER: readonly RowSum[] = ['one', 'at-most-one', 'free'];

function weaker(a: RowSum, b: RowSum): RowSum {
  return ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))] ?? 'free';
}

/** What becomes of a row's sum where weights pass through `node`. */
function passing(node: OnnxNode, output: string, graph: KnownGraph): RowSum {
  if (node.opType === 'Slice' || node.opType === 'Split') {
    const before = graph.axes.get(node.inputs[0] ?? '');
    const after = graph.axes.get(output);
    const same = before?.every(
      (axis, i) => axis.length === after?.[i]?.length && axis.every((p, k) => p === after[i]?.[k]),
    );
    return same ? 'one' : 'at-most-one';
  }
  return KEEPS.has(node.opType) ? 'one' : 'free';
}

function hasKey(tensor: string, key: Part, graph: KnownGraph): boolean {
  return graph.axes.get(tensor)?.some((axis) => axis.some((p) => related(p, key))) ?? false;
}

/** Whether one part was cut from the other, or both from the same. */
function related(a: Part, b: Part): boolean {
  const line = new Set(lineage(a));
  return lineage(b).some((p) => line.has(p));
}

/** Whether an axis of a tensor is that of the keys. */
type OverKeys = (tensor: string, axis: number) => boolean;

function asNormalizer(
  node: OnnxNode,
  key: Part,
  kept: RowSum,
  graph: KnownGraph,
): Normalizer | Unmappable | undefined {
  const overKeys: OverKeys = (tensor, axis) => {
    const axes = graph.axes.get(tensor);
    const parts = axes?.[axisFrom(axis, axes.length)];
    return parts?.length === 1 && related(parts[0]!, key);
  };
  const input = node.inputs[0] ?? '';
  switch (node.opType) {
    case 'Softmax':
    case 'Hardmax':
    case 'QLinearSoftmax':
      return bySoftmax(node, graph, overKeys);
    case 'BiasSoftmax':
      return overKeys(input, -1) ? { node, rowSum: 'one' } : undefined;
    case 'Sigmoid':
      // A sigmoid that is multiplied before it weighs values is a gate.
      return kept === 'one' ? { node, rowSum: 'free' } : undefined;
    case 'Exp': {
      const logs = graph.index.producer.get(input);
      return logs?.opType === 'LogSoftmax' ? bySoftmax(logs, graph, overKeys) : undefined;
    }
    case 'Div':
      return bySum(node, input, node.inputs[1] ?? '', graph, overKeys);
    case 'Mul': {
      const factors = [input, node.inputs[1] ?? ''];
      for (const [i, factor] of factors.entries()) {
        const inverse = graph.index.producer.get(factor);
        if (inverse?.opType !== 'Reciprocal') continue;
        return bySum(node, factors[1 - i]!, inverse.inputs[0] ?? '', graph, overKeys);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function bySoftmax(
  node: OnnxNode,
  graph: KnownGraph,
  overKeys: OverKeys,
): Normalizer | Unmappable | undefined {
  const old = graph.index.opset < 13 && node.opType !== 'QLinearSoftmax';
  const axis = intAttribute(node, 'axis', old ? 1 : -1);
  const input = node.inputs[0] ?? '';
  if (!overKeys(input, axis)) return undefined;
  return old && !innermost(input, axis, graph)
    ? { node, why: 'it normalises over several axes at once' }
    : { node, rowSum: 'one' };
}

/** Before operator set 13, Softmax treats all axes from `axis` on as one. */
function innermost(tensor: string, axis: number, graph: KnownGraph): boolean {
  const shape = graph.shapes.shape(tensor);
  return shape?.slice(axisFrom(axis, shape.length) + 1).every(isOne) ?? false;
}

/** x / sum of x over the keys, perhaps with something added to the sum. */
function bySum(
  node: OnnxNode,
  dividend: string,
  divisor: string,
  graph: KnownGraph,
  overKeys: OverKeys,
): Normalizer | undefined {
  let sum = graph.index.producer.get(divisor);
  let exact = true;
  for (let i = 0; sum && i < 4 && sum.opType !== 'ReduceSum'; i++) {
    const candidates: (OnnxNode | undefined)[] = sum.inputs.map((name) => graph.index.producer.get(name));
    if (!['Cast', 'Identity', 'Expand'].includes(sum.opType)) exact = false;
    sum = candidates.find((n) => n?.opType === 'ReduceSum') ?? candidates[0];
  }
  if (sum?.opType !== 'ReduceSum' || sum.inputs[0] !== dividend) return undefined;
  const axes = listedAxes(sum, graph.shapes, 1);
  if (axes?.length !== 1 || !overKeys(dividend, axes[0]!)) return undefined;
  return { node, rowSum: exact ? 'one' : 'at-most-one' };
}
