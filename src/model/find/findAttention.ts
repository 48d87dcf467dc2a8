import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { opsetOf, type OnnxGraph, type OnnxNode } from '../onnx/onnxGraph';
import { freshPrefix } from '../onnx/freshPrefix';
import { copiedNode } from '../onnx/graphSpec';
import { inlineFunctions } from '../onnx/inlineFunctions';
import type { AttentionLayer, MapSource, ResidualStream } from './attentionLayer';
import { findInGraph } from './findInGraph';
import { otherSoftmaxes } from './otherSoftmaxes';

/**
 * All attention of a graph, in the order in which the model runs it. Throws `bad-model` where there is
 * none, or where a part of it cannot be mapped: never half a model.
 */
export function findAttention(graph: OnnxGraph): AttentionLayer[] {
  const prefix = freshPrefix(graph);
  const inlined = inlineFunctions(graph, prefix);
  const layers = findInGraph(inlined.graph, { opset: opsetOf(graph), prefix });
  if (layers.length === 0) {
    const others = otherSoftmaxes(graph, []).length;
    const softmaxes =
      others === 1
        ? sentence('Its Softmax makes no such weights.')
        : sentence('Its {count} Softmaxes make no such weights.', { count: others });
    throw new AttnscopeError('bad-model', [
      sentence(
        'This model has no attention that can be read: no node of its graph weighs values by normalised products of queries and keys, as those of transformers do (state-space and recurrent models have none).',
      ),
      ...(others > 0 ? [softmaxes] : []),
      sentence('Choose a transformer.'),
    ]);
  }
  if (inlined.written.size === 0) return layers;
  const complete = withWrittenNodes(inlined.written, prefix);
  // Of a function's inner tensors only those that make maps are written out.
  const isInside = ({ before, attention, after, heads }: ResidualStream) =>
    [before, attention, after, heads?.mixed, heads?.projected].some((tensor) => tensor?.startsWith(prefix));
  return layers.map((layer) => ({
    ...layer,
    source: complete(layer.source),
    values: layer.values?.tensor.startsWith(prefix) ? null : layer.values,
    stream: layer.stream && isInside(layer.stream) ? null : layer.stream,
  }));
}

/** Adds to a map's nodes those of written-out calls that it comes from: the file has them in functions only. */
function withWrittenNodes(written: ReadonlySet<OnnxNode>, prefix: string): (source: MapSource) => MapSource {
  const producer = new Map([...written].flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const place = new Map([...written].map((node, i) => [node, i]));
  const complete = (source: MapSource): MapSource => {
    const needed = new Set<OnnxNode>();
    const open = [source.tensor, ...source.added.nodes.flatMap(({ inputs }) => inputs)];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      // Tensors of the file itself have names without the prefix.
      const node = name.startsWith(prefix) ? producer.get(name) : undefined;
      if (!node || needed.has(node)) continue;
      needed.add(node);
      open.push(...node.inputs);
    }
    const inOrder = [...needed].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return {
      ...source,
      added: { ...source.added, nodes: [...inOrder.map(copiedNode), ...source.added.nodes] },
      ...(source.moreHeads && { moreHeads: source.moreHeads.map(complete) }),
    };
  };
  return complete;
}
