import { HEAD_POOL } from '../../protocol/borders/inference';
import { addNode, integers, type GraphDraft } from '../onnx/graphDraft';
import { gateName } from './gateName';

/** Beyond the end of any axis. */
const END = 2 ** 40;

/**
 * Adds the largest weight of each square of a map `[batch, heads, queries / side, keys / side]`, squares at its end
 * smaller. Few runs ask for it, so where its own gate is shut only one query is pooled: WebGPU pools no empty map.
 */
export function pooledMap(draft: GraphDraft, map: string, name: string): string {
  const gate = gateName(draft.prefix, `${draft.prefix}${name}/pooledMap`);
  // What the gate says of the batch is said of the queries: they come first here.
  const axes = integers(draft, 2, 0, 1, 3);
  const ends = addNode(draft, 'Gather', `${name}/pooledEnds`, [integers(draft, 1, END), gate]);
  const asked = addNode(draft, 'Slice', `${name}/askedMap`, [map, integers(draft, 0, 0, 0, 0), ends, axes]);
  const square = [HEAD_POOL, HEAD_POOL];
  return addNode(draft, 'MaxPool', `${name}/pooledMap`, [asked], {
    attributes: { kernel_shape: square, strides: square, ceil_mode: 1 },
  });
}
