import { AttnscopeError } from '../../protocol/errors';
import { type OnnxGraph } from '../onnx/onnxGraph';
import { type AttentionLayer } from './attentionLayer';
import { freshPrefix } from './freshPrefix';
import { indexGraph } from './graphIndex';
import { inferShapes } from './inferShapes';
import { type FoundAttention, type KnownGraph, type Matcher, type Unmappable } from './matchers/matcher';
import { fusedUnknown } from './matchers/fusedUnknown';
import { groupQueryAttention } from './matchers/groupQueryAttention';
import { multiHeadAttention } from './matchers/multiHeadAttention';
import { onnxAttention } from './matchers/onnxAttention';
import { packedAttention } from './matchers/packedAttention';
import { softmaxMatmul } from './matchers/softmaxMatmul';
import { mergeHeads } from './mergeHeads';
import { unreadAttention } from './matchers/unread';
import { assignStacks } from './stacks';
import { traceAxes } from './traceAxes';

/** Every shape of attention that is known. A node is asked of each, in this order. */
const matchers: readonly Matcher[] = [
  softmaxMatmul,
  groupQueryAttention,
  multiHeadAttention,
  onnxAttention,
  packedAttention,
  fusedUnknown,
];

/**
 * All attention of a graph, in the order in which the model runs it. Throws `bad-model` where there is
 * none, or where a part of it cannot be mapped: never half a model.
 */
export function findAttention(graph: OnnxGraph): AttentionLayer[] {
  const index = indexGraph(graph, graph.opsets.get('') ?? 1);
  const shapes = inferShapes(index);
  const known: KnownGraph = { index, shapes, axes: traceAxes(index, shapes), prefix: freshPrefix(graph) };
  const found: FoundAttention[] = [];
  for (const node of index.nodes) {
    for (const matcher of matchers) {
      const match = matcher.match(node, known);
      if (!match) continue;
      if ('why' in match) throw unmappable(match);
      // Weights that are multiplied with two tensors are one layer.
      const same = found.find((other) => other.node === match.node);
      if (!same) found.push(match);
      else if (!sameMap(same, match)) throw unmappable({ node: match.node, why: SEVERAL });
      break;
    }
  }
  const unread = unreadAttention(found, known);
  if (unread) throw unmappable(unread);
  if (found.length === 0) {
    throw new AttnscopeError(
      'bad-model',
      'This model has no attention: no node of its graph weighs values by normalised products of queries and keys (state-space and recurrent models have none). Choose a transformer.',
    );
  }
  const order = (layer: FoundAttention): number => index.position.get(layer.node) ?? 0;
  found.sort((a, b) => order(a) - order(b));
  const layers = mergeHeads(found, index);
  const counts = { self: 0, encoder: 0, decoder: 0, cross: 0 };
  return assignStacks(layers, index).map((stack, i): AttentionLayer => {
    const { via, node, rowSum, source } = layers[i]!;
    return { stack, index: counts[stack]++, via, node: node.name, rowSum, source };
  });
}

const SEVERAL = 'its weights are multiplied with the values in pieces';

/** Whether two products use all of the same weights. */
function sameMap(a: FoundAttention, b: FoundAttention): boolean {
  if (a.source.tensor === b.source.tensor) return true;
  const parts = (found: FoundAttention): unknown[] => (found.traced ?? []).flat();
  const [x, y] = [parts(a), parts(b)];
  return x.length === y.length && x.every((part) => y.includes(part));
}

function unmappable({ node, why }: Unmappable): AttnscopeError {
  const named = node.name || node.outputs.find((name) => name !== '') || 'without a name';
  return new AttnscopeError(
    'bad-model',
    `Attention of this model cannot be mapped: node "${named}" (${node.domain ? `${node.domain} ` : ''}${node.opType}): ${why}. Export the model with attention spelled out (eager), or choose another model.`,
  );
}
