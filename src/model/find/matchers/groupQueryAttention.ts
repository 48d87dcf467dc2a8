import { addedName, computeType, MAP_AXES, secondNode } from './fusedNode';
import type { Matcher } from './matcher';

/** ONNX Runtime's `qk_output`: 1 is scores before the causal mask, 2 the weights after softmax. */
const AFTER_SOFTMAX = 2;

/** com.microsoft.GroupQueryAttention gives its weights as a fourth output. */
export const groupQueryAttention: Matcher = {
  name: 'group-query-attention',
  match: (node, graph) => {
    if (node.opType !== 'GroupQueryAttention') return undefined;
    const tensor = addedName(node, 'map', graph);
    // A sink, or a 1 in the divisor, takes part of each row.
    const sink = (node.inputs[11] ?? '') !== '' || (node.attributes.get('smooth_softmax')?.int ?? 0) > 0;
    const added = { nodes: [secondNode(node, tensor, { qk_output: AFTER_SOFTMAX }, 3)], tensors: [] };
    return {
      via: groupQueryAttention.name,
      node,
      result: node,
      query: node.inputs[0] ?? '',
      key: node.inputs[1] || (node.inputs[0] ?? ''),
      rowSum: sink ? 'at-most-one' : 'one',
      source: {
        tensor,
        dtype: computeType(node, graph),
        axes: MAP_AXES,
        added,
      },
      // Its third output is the cache with the new values behind the old ones.
      values: { tensor: `${tensor}/other2`, dtype: computeType(node, graph), axes: MAP_AXES, added },
    };
  },
};
