import { copiedNode, type NodeSpec } from '../../onnx/graphSpec';
import type { OnnxNode } from '../../onnx/onnxGraph';
import type { MapSource } from '../attentionLayer';
import { floatType } from '../../shapes/floatType';
import type { KnownGraph } from './matcher';

/** The axes [batch, head, query, key] of what fused ops give. */
export const MAP_AXES: MapSource['axes'] = (['batch', 'head', 'query', 'key'] as const).map((role) => [
  { role, size: undefined },
]);

/**
 * A second node of the same op with the same inputs: attributes in `instead` in place of the node's own,
 * and `output` as its fourth. The other outputs are made where the node has them or its op always does.
 */
export function secondNode(
  node: OnnxNode,
  output: string,
  instead: NodeSpec['attributes'],
  always: number,
): NodeSpec {
  const copy = copiedNode(node);
  const others = [0, 1, 2].map((i) => (i < always || node.outputs[i] ? `${output}/other${i}` : ''));
  return { ...copy, outputs: [...others, output], attributes: { ...copy.attributes, ...instead } };
}

/** A tensor name for what is added at a node; a node is known by its first output. */
export function addedName(node: OnnxNode, what: string, graph: KnownGraph): string {
  return `${graph.prefix}${node.outputs.find((name) => name !== '') ?? node.name}/${what}`;
}

/** Element type of a node's first input, which fused ops compute in. */
export function computeType(node: OnnxNode, graph: KnownGraph): number | undefined {
  return floatType(node.inputs[0] ?? '', graph.index);
}
