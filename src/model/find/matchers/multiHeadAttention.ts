import { ElementType } from '../../onnx/onnxGraph';
import { plainNode } from '../../onnx/graphSpec';
import { addedName, computeType, MAP_AXES, secondNode } from './fusedNode';
import type { Matcher } from './matcher';

/** com.microsoft.MultiHeadAttention gives its scores, mask and bias added, as a fourth output. */
export const multiHeadAttention: Matcher = {
  name: 'multi-head-attention',
  match: (node, graph) => {
    if (node.opType !== 'MultiHeadAttention') return undefined;
    const scores = addedName(node, 'scores', graph);
    const tensor = addedName(node, 'map', graph);
    const type = computeType(node, graph) ?? ElementType.float32;
    const always = node.inputs[6] ? 3 : 1;
    return {
      via: multiHeadAttention.name,
      node,
      result: node,
      query: node.inputs[0] ?? '',
      key: node.inputs[1] || (node.inputs[0] ?? ''),
      rowSum: 'one',
      source: {
        tensor,
        dtype: type,
        axes: MAP_AXES,
        added: {
          nodes: [secondNode(node, scores, {}, always), plainNode('Softmax', [scores], tensor, { axis: 3 })],
          tensors: [],
          values: [{ name: scores, type }],
        },
      },
    };
  },
};
