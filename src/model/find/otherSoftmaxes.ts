import { indexGraph } from '../onnx/graphIndex';
import { opsetOf, type OnnxGraph, type OnnxNode } from '../onnx/onnxGraph';
import type { AttentionLayer, MapSource } from './attentionLayer';

const SOFTMAX = /^(?:Log|QLinear)?Softmax$/;
/**
 * Softmaxes of a graph that no map comes from, by name of the node or of its output: a router's, a classifier's, the
 * output's own, a pooling head's. Those inside branches and functions are not counted.
 */
export function otherSoftmaxes(graph: OnnxGraph, layers: readonly AttentionLayer[]): string[] {
  const all = graph.nodes.filter(({ opType }) => SOFTMAX.test(opType));
  if (all.length === 0) return [];
  const { producer } = indexGraph(graph, opsetOf(graph));
  const seen = new Set<OnnxNode>();
  // A fused operator has its softmax inside.
  const spelledOut = layers.filter(({ via }) => via === 'softmax-matmul');
  const open = spelledOut.flatMap(({ source }) => tensorsOf(source));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = producer.get(name);
    if (!node || seen.has(node)) continue;
    seen.add(node);
    if (!SOFTMAX.test(node.opType)) open.push(...node.inputs);
  }
  return all.filter((node) => !seen.has(node)).map(({ name, outputs }) => name || (outputs[0] ?? ''));
}

/** The map's tensor, and what added nodes make it of. */
function tensorsOf({ tensor, added, moreHeads = [] }: MapSource): string[] {
  return [tensor, ...added.nodes.flatMap(({ inputs }) => inputs), ...moreHeads.flatMap(tensorsOf)];
}
