import type { OnnxNode } from '../../onnx/onnxGraph';
import { multiplied } from '../../shapes/productAxes';
import type { FoundAttention, KnownGraph, Unmappable } from './matcher';

/** How many nodes are searched for products: a bound for hostile files, as real ones soon reach a product. */
const FARTHEST = 2000;

/**
 * A Softmax that no matcher claimed and that stands between two products of activations: most likely
 * attention whose axes could not be followed. Refused, so that no layer is left out.
 */
export function unreadAttention(
  found: readonly FoundAttention[],
  nodes: readonly OnnxNode[],
  graph: KnownGraph,
): Unmappable | undefined {
  // Nodes that normalise for a map, or put it together from several: the search ends at them.
  const maps = found.flatMap(({ source }) => graph.index.producer.get(source.tensor) ?? []);
  const claimed = new Set([...found.map(({ node }) => node), ...maps]);
  for (const node of nodes) {
    if (!/^(Log|QLinear|Bias)?Softmax$/.test(node.opType) || claimed.has(node)) continue;
    if (hasProduct(node, 'before', claimed, graph) && hasProduct(node, 'after', claimed, graph)) {
      return {
        node,
        why: 'it stands between two products of activations, but its axes could not be followed',
      };
    }
  }
  return undefined;
}

/** Operators beyond which a softmax no longer belongs to the product: routers choose by TopK. */
const ENDS = { before: /Norm|Softmax|Conv/, after: /Norm|Softmax|Reduce|TopK|ArgM|Conv/ };

/** Whether a product of two activations lies before or after a node, with no product or normalisation between. */
function hasProduct(
  start: OnnxNode,
  direction: 'before' | 'after',
  claimed: ReadonlySet<OnnxNode>,
  { index }: KnownGraph,
): boolean {
  const seen = new Set<OnnxNode>();
  let open = [start];
  while (open.length > 0 && seen.size < FARTHEST) {
    const next: OnnxNode[] = [];
    for (const node of open) {
      const neighbours =
        direction === 'before'
          ? node.inputs.flatMap((name) =>
              index.activations.has(name) ? (index.producer.get(name) ?? []) : [],
            )
          : node.outputs.flatMap((name) => index.consumers.get(name) ?? []);
      for (const neighbour of neighbours) {
        if (seen.has(neighbour) || claimed.has(neighbour) || neighbour.opType === 'Shape') continue;
        seen.add(neighbour);
        if (isProduct(neighbour)) {
          if (multiplied(neighbour).filter((name) => index.activations.has(name)).length >= 2) return true;
        } else if (!ENDS[direction].test(neighbour.opType)) next.push(neighbour);
      }
    }
    open = next;
  }
  return false;
}

function isProduct({ opType }: OnnxNode): boolean {
  return /MatMul|Gemm|Einsum/.test(opType);
}
