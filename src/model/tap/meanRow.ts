import { sizeAt } from '../find/canonicalMap';
import { addNode, integers, type GraphDraft } from '../onnx/graphDraft';
import { evenShares } from './evenShares';

/** Adds the mean over queries `[batch, heads, 1, keys]` of a map; as a product, for the reason that `headMean` has. */
export function meanRow(draft: GraphDraft, map: string, name: string): string {
  const shape = addNode(draft, 'Shape', `${name}/mapShape`, [map]);
  const queries = sizeAt(draft, shape, 2, `${name}/mapShape2`);
  const mean = addNode(draft, 'MatMul', `${name}/meanOfQueries`, [
    evenShares(draft, queries, `${name}/queries`),
    map,
  ]);
  return addNode(draft, 'Reshape', `${name}/meanRow`, [mean, integers(draft, 0, 0, 1, -1)]);
}
