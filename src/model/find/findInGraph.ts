import type { OnnxNode, OnnxSubgraph } from '../onnx/onnxGraph';
import type { AttentionLayer } from './attentionLayer';
import { branchLayers, type FindOptions } from './branchLayers';
import { dropPooling } from './dropPooling';
import { indexGraph } from '../onnx/graphIndex';
import { inferShapes } from '../shapes/inferShapes';
import { fusedUnknown } from './matchers/fusedUnknown';
import { groupQueryAttention } from './matchers/groupQueryAttention';
import type { FoundAttention, KnownGraph, Matcher } from './matchers/matcher';
import { multiHeadAttention } from './matchers/multiHeadAttention';
import { onnxAttention } from './matchers/onnxAttention';
import { packedAttention } from './matchers/packedAttention';
import { softmaxMatmul } from './matchers/softmaxMatmul';
import { unreadAttention } from './matchers/unread';
import { mergeHeads } from './mergeHeads';
import { findStreams } from './residualStream';
import { assignStacks } from './stacks';
import { traceAxes } from '../shapes/traceAxes';
import { unmappable } from './unmappable';

/** Every form of attention that is known. Each node is shown to them in this order. */
const matchers: readonly Matcher[] = [
  softmaxMatmul,
  groupQueryAttention,
  multiHeadAttention,
  onnxAttention,
  packedAttention,
  fusedUnknown,
];

/**
 * The attention of one graph, in the order in which it runs; none where there is none. Throws `bad-model`
 * where a part of it cannot be mapped.
 */
export function findInGraph(graph: OnnxSubgraph, options: FindOptions): AttentionLayer[] {
  const { opset, prefix, around } = options;
  const whole = around ? joined(around, graph) : graph;
  const index = indexGraph(whole, opset);
  const shapes = inferShapes(index);
  const known: KnownGraph = { index, shapes, axes: traceAxes(index, shapes), prefix };
  const own = new Set(graph.nodes);
  const nodes = index.nodes.filter((node) => own.has(node));
  const found = matchAll(nodes, known);
  const inner = nodes.flatMap((node) => branchLayers(node, { ...options, around: whole }, findInGraph));
  if (inner.length > 0) {
    const [other] = found;
    if (!other) return inner;
    throw unmappable({ node: other.node, why: 'other attention is inside branches of the graph' });
  }
  const unread = unreadAttention(found, nodes, known);
  if (unread) throw unmappable(unread);
  const order = (layer: FoundAttention): number => index.position.get(layer.node) ?? 0;
  found.sort((a, b) => order(a) - order(b));
  const layers = mergeHeads(dropPooling(found, index), index);
  const counts = { self: 0, encoder: 0, decoder: 0, cross: 0 };
  const stacks = assignStacks(layers, index);
  const streams = findStreams(layers, stacks, known);
  return stacks.map((stack, i): AttentionLayer => {
    const { via, node, rowSum, source, values = null } = layers[i]!;
    return {
      ...{ stack, index: counts[stack]++, via, node: node.name, rowSum, source },
      // Heads that are computed one by one have values of their own.
      ...{ values: source.moreHeads ? null : values, stream: streams[i]! },
    };
  });
}

/** A graph inside another sees all of the other's tensors. */
function joined(around: OnnxSubgraph, graph: OnnxSubgraph): OnnxSubgraph {
  return {
    nodes: [...around.nodes, ...graph.nodes],
    initializers: new Map([...around.initializers, ...graph.initializers]),
    inputs: [...around.inputs, ...graph.inputs],
    outputs: graph.outputs,
    values: new Map([...around.values, ...graph.values]),
  };
}

function matchAll(nodes: readonly OnnxNode[], known: KnownGraph): FoundAttention[] {
  const found: FoundAttention[] = [];
  for (const node of nodes) {
    for (const matcher of matchers) {
      const match = matcher.match(node, known);
      if (!match) continue;
      if ('why' in match) throw unmappable(match);
      // Weights that are multiplied with two tensors are one layer.
      const same = found.find((other) => other.node === match.node);
      if (!same) found.push(match);
      else if (!sameMap(same, match)) {
        throw unmappable({ node, why: 'it multiplies only a part of the weights with the values' });
      }
      break;
    }
  }
  return found;
}

/** Whether two products use all of the same weights. */
function sameMap(a: FoundAttention, b: FoundAttention): boolean {
  if (a.source.tensor === b.source.tensor) return true;
  const [x, y] = [a, b].map(({ traced = [] }) => traced.flat());
  return x!.length === y!.length && x!.every((part) => y!.includes(part));
}
