import { addedName, computeType, MAP_AXES, secondNode } from './fusedNode';
import type { Matcher } from './matcher';

/** The operator's `qk_matmul_output_mode`: 0 to 2 are scores, 3 is what follows softmax. */
const AFTER_SOFTMAX = 3;

/** The standard operator Attention (operator set 23 and up) gives its weights as a fourth output. */
export const onnxAttention: Matcher = {
  name: 'onnx-attention',
  match: (node, graph) => {
    if (node.opType !== 'Attention' || node.domain !== '') return undefined;
    const tensor = addedName(node, 'map', graph);
    // A cache going in asks for one going out.
    const always = node.inputs[4] ? 3 : 1;
    return {
      via: onnxAttention.name,
      node,
      result: node,
      query: node.inputs[0] ?? '',
      key: node.inputs[1] ?? '',
      rowSum: 'one',
      source: {
        tensor,
        dtype: computeType(node, graph),
        axes: MAP_AXES,
        added: {
          nodes: [secondNode(node, tensor, { qk_matmul_output_mode: AFTER_SOFTMAX }, always)],
          tensors: [],
        },
      },
    };
  },
};
