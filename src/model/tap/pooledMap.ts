import { HEAD_POOL } from '../../protocol/borders/inference';
import { addNode, type GraphDraft } from '../onnx/graphDraft';
import { gateName } from './gateName';

/**
 * Adds the largest weight of each square of a map `[batch, heads, queries / side, keys / side]`, squares at its end
 * smaller. Few runs ask for it, so its own gate takes the map away first: where that is shut there is nothing to pool.
 */
export function pooledMap(draft: GraphDraft, map: string, name: string): string {
  const gate = gateName(draft.prefix, `${draft.prefix}${name}/pooledMap`);
  const asked = addNode(draft, 'Tile', `${name}/askedMap`, [map, gate]);
  const square = [HEAD_POOL, HEAD_POOL];
  return addNode(draft, 'MaxPool', `${name}/pooledMap`, [asked], {
    attributes: { kernel_shape: square, strides: square, ceil_mode: 1 },
  });
}
