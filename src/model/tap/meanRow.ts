import { addNode, integers, sizeAt, vector, type GraphDraft } from '../onnx/graphDraft';
import { evenShares } from './evenShares';
import { gateName } from './gateName';

/**
 * Adds the mean over queries `[batch, heads, 1, keys]` of a map; as a product, for the reason that `headMean` has.
 * Few runs ask for it, so its own gate says how many rows the product has: where that is shut there are none to compute.
 */
export function meanRow(draft: GraphDraft, map: string, name: string): string {
  const gate = gateName(draft.prefix, `${draft.prefix}${name}/meanRow`);
  const shape = addNode(draft, 'Shape', `${name}/mapShape`, [map]);
  const queries = sizeAt(draft, shape, 2, `${name}/mapShape2`);
  const shares = evenShares(draft, queries, `${name}/queries`);
  const row = addNode(draft, 'Reshape', `${name}/queryShares`, [shares, integers(draft, 1, -1)]);
  const asked = sizeAt(draft, gate, 0, `${name}/meanRowAsked`);
  const times = vector(draft, `${name}/meanRowTimes`, [asked, integers(draft, 1)]);
  const rows = addNode(draft, 'Tile', `${name}/askedShares`, [row, times]);
  return addNode(draft, 'MatMul', `${name}/meanRow`, [rows, map]);
}
