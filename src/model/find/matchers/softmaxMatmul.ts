import type { OnnxNode } from '../../onnx/onnxGraph';
import type { AxisPart, AxisRole, MapSource, ValueSource } from '../attentionLayer';
import { lineage, type Axes, type Part } from '../../shapes/axisParts';
import { floatType } from '../../shapes/floatType';
import { standsForTokens } from '../../shapes/traceAxes';
import { productAxes, type ProductAxes } from '../../shapes/productAxes';
import { asNumber } from '../../shapes/size';
import { findNormalizer } from './findNormalizer';
import type { FoundAttention, KnownGraph, Matcher, Unmappable } from './matcher';
import { roundingStep } from './roundingStep';
import { unquantized } from './unquantized';

/**
 * Attention spelled out: a product of two activations gives scores, something normalises them over the
 * keys, and a second product multiplies them with the values and sums over the same keys. The map is
 * the operand of the second product.
 */
export const softmaxMatmul: Matcher = {
  name: 'softmax-matmul',
  match: (node, graph) => {
    const axes = productAxes(node, graph.shapes);
    if (!axes || !axes.left.some((l) => axes.right.includes(l) && !axes.out.includes(l))) return undefined;
    return weighted(node, axes, 'left', graph) ?? weighted(node, axes, 'right', graph);
  },
};

/** Reads `node` as weights times values, the weights being the operand on `side`. */
function weighted(
  node: OnnxNode,
  axes: ProductAxes,
  side: 'left' | 'right',
  graph: KnownGraph,
): FoundAttention | Unmappable | undefined {
  const operand = node.inputs[side === 'left' ? axes.leftInput : axes.rightInput] ?? '';
  const values = node.inputs[side === 'left' ? axes.rightInput : axes.leftInput] ?? '';
  const { index, shapes } = graph;
  if (![operand, values].every((name) => standsForTokens(name, index, shapes))) return undefined;
  const traced = graph.axes.get(operand);
  const summed = axes[side].findIndex((letter) => !axes.out.includes(letter));
  const keys = traced?.[summed];
  const born = keys?.length === 1 ? bornOf(keys[0]!) : undefined;
  if (!traced || !keys || !born) return undefined;
  const normalizer = findNormalizer(operand, keys[0]!, born.node, graph);
  if (!normalizer) return undefined;
  if ('why' in normalizer) return normalizer;
  if (keys[0]!.kind === 'feature')
    return { node: normalizer.node, why: 'it attends over features, not over tokens' };
  const scores = productAxes(born.node, graph.shapes);
  if (!scores) return undefined;
  const inputs = { left: scores.leftInput, right: scores.rightInput };
  const other = axes[side === 'left' ? 'right' : 'left'];
  const roles = rolesOf(traced, (axis) => {
    const letter = axes[side][axis] ?? '';
    return axis === summed ? 'key' : other.includes(letter) ? 'shared' : 'free';
  });
  const plain = roles && unquantized(operand, node, side, graph);
  if (!plain) return { node: normalizer.node, why: 'the layout of its weights could not be told' };
  const step = roundingStep(operand, node, graph);
  const source: MapSource = {
    tensor: plain.tensor,
    dtype: plain.dtype ?? floatType(plain.tensor, graph.index),
    axes: roles,
    added: { nodes: plain.nodes, tensors: [] },
    ...(step === undefined ? {} : { step }),
  };
  return {
    via: 'softmax-matmul',
    node: normalizer.node,
    result: node,
    query: born.node.inputs[inputs[born.side === 'left' ? 'right' : 'left']] ?? '',
    key: born.node.inputs[inputs[born.side]] ?? '',
    rowSum: normalizer.rowSum,
    source,
    values: valuesOf(values, axes, side, roles, graph),
    traced,
  };
}

/** The other operand of the product: what it shares with the map are batch and heads, the summed axis the tokens. */
function valuesOf(
  tensor: string,
  axes: ProductAxes,
  side: 'left' | 'right',
  roles: readonly (readonly AxisPart[])[],
  { axes: traced, index }: KnownGraph,
): ValueSource | undefined {
  const other = side === 'left' ? 'right' : 'left';
  const own = traced.get(tensor)?.map((parts, axis): AxisPart[] | undefined => {
    const letter = axes[other][axis] ?? '';
    const shared = roles[axes[side].indexOf(letter)];
    if (!axes.out.includes(letter)) return [{ role: 'query', size: undefined }];
    if (!shared) return [{ role: 'key', size: undefined }];
    // Values that several heads share may be repeated for them, as a part more.
    const [only, ...more] = new Set(shared.map(({ role }) => role));
    if (parts.length !== shared.length && more.length > 0) return undefined;
    return parts.map(({ size }, i) => ({ role: shared[i]?.role ?? only ?? 'batch', size: asNumber(size) }));
  });
  if (!own?.every((parts) => parts !== undefined)) return undefined;
  return { tensor, dtype: floatType(tensor, index), axes: own, added: { nodes: [], tensors: [] } };
}

function bornOf(key: Part): Part['born'] {
  return lineage(key).find((p) => p.born)?.born;
}

/**
 * What each part of the weights' axes stands for. Axes that weights and values share are batch, or heads
 * where a projection made them; axes of the weights alone are queries, and heads that share one key.
 */
function rolesOf(axes: Axes, use: (axis: number) => 'key' | 'shared' | 'free'): AxisPart[][] | undefined {
  const all = axes.map((parts, axis) =>
    parts.map((p) => ({ part: p, use: use(axis), role: plainRole(p, use(axis)) })),
  );
  const flat = all.flat();
  // A lone stretch of the weights' own axes is the queries, however it came about.
  const free = flat.filter((p) => p.use === 'free');
  if (free.length === 1) free[0]!.role = 'query';
  const has = (role: AxisRole): boolean => flat.some((p) => p.role === role);
  // Axes of which nothing is known: the usual order, batch before heads, if it is the only reading.
  const open = flat.filter((p) => p.role === undefined);
  const shared = open.filter((p) => p.use === 'shared');
  if (open.length !== shared.length) return undefined;
  if (shared.length === 1 && (has('head') || has('batch'))) shared[0]!.role = has('head') ? 'batch' : 'head';
  else if (shared.length === 2 && !has('head') && !has('batch') && axes.length === 4) {
    shared[0]!.role = 'batch';
    shared[1]!.role = 'head';
  } else if (shared.length > 0) return undefined;
  if (free.filter((p) => p.role === 'query').length > 1) return undefined;
  return all.map((parts) => parts.map((p) => ({ role: p.role ?? 'batch', size: asNumber(p.part.size) })));
}

function plainRole(p: Part, use: 'key' | 'shared' | 'free'): AxisRole | undefined {
  if (use === 'key') return 'key';
  if (p.kind === 'feature') return 'head';
  if (use === 'free') return p.kind === 'token' ? 'query' : undefined;
  return p.kind === 'token' ? 'batch' : undefined;
}
