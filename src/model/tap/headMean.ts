import type { MapSource } from '../find/attentionLayer';
import { addNode, integers, sizeAt, vector, type GraphDraft } from '../onnx/graphDraft';
import { evenShares } from './evenShares';

/**
 * Adds the mean over heads `[batch, 1, queries, keys]` of a map, as a product with `[heads]` weights of
 * 1/heads over rows of queries * keys: where the runtime reduces an axis behind a batch of one it works on
 * one thread, and takes eight times as long.
 */
export function headMean(draft: GraphDraft, map: string, source: MapSource, name: string): string {
  const shape = addNode(draft, 'Shape', `${name}/mapShape`, [map]);
  const shares = headShares(draft, shape, source, name);
  const rows = addNode(draft, 'Reshape', `${name}/headRows`, [map, integers(draft, 0, 0, -1)]);
  const mean = addNode(draft, 'MatMul', `${name}/headMeanRow`, [shares, rows]);
  const sides = addNode(draft, 'Gather', `${name}/mapSides`, [shape, integers(draft, 2, 3)], {
    attributes: { axis: 0 },
  });
  const kept = vector(draft, `${name}/headMeanShape`, [integers(draft, -1, 1), sides]);
  return addNode(draft, 'Reshape', `${name}/headMean`, [mean, kept]);
}

/** `[heads]` floats of 1/heads; layers of as many heads share them. */
function headShares(draft: GraphDraft, shape: string, source: MapSource, layer: string): string {
  const heads = headCount(source);
  const name = heads === undefined ? `${layer}/heads` : `heads${heads}`;
  const count = heads === undefined ? sizeAt(draft, shape, 1, `${layer}/mapShape1`) : integers(draft, heads);
  return evenShares(draft, count, name);
}

/** The number of a layer's heads, where the graph says it. */
function headCount(source: MapSource): number | undefined {
  const counts = [source, ...(source.moreHeads ?? [])].map(({ axes }) =>
    axes
      .flat()
      .filter(({ role }) => role === 'head')
      .reduce((count, { size = NaN }) => count * size, 1),
  );
  const heads = counts.reduce((sum, count) => sum + count, 0);
  return Number.isNaN(heads) ? undefined : heads;
}
