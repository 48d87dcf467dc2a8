import { addNode, floats, integer, integers } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import type { GgufGraph } from './ggufGraph';

const LOWEST_FLOAT = -3.4028234663852886e38;

/**
 * `[batch, 1, queries, keys]`: 0 where a query may look, the lowest float elsewhere. It may look at a key that is not after it, not
 * padding, and within its window where there is one. Query i stands at past + i.
 */
export function addMask(graph: GgufGraph, window: number | null): string {
  const size = (input: string, name: string): string => {
    const list = addNode(graph, 'Shape', `${name}.list`, [input], { attributes: { start: 1, end: 2 } });
    return addNode(graph, 'Squeeze', name, [list]);
  };
  const total = size('attention_mask', 'mask.total');
  const past = addNode(graph, 'Sub', 'mask.past', [total, size('input_ids', 'mask.new')]);
  const keys = addNode(graph, 'Range', 'mask.keys', [integer(graph, 0), total, integer(graph, 1)]);
  const queries = addNode(graph, 'Range', 'mask.queries', [past, total, integer(graph, 1)]);
  const rows = addNode(graph, 'Unsqueeze', 'mask.queries.column', [queries, integers(graph, -1)]);
  const causal = addNode(graph, 'LessOrEqual', 'mask.causal', [keys, rows]);
  const real = addNode(graph, 'Cast', 'mask.real', ['attention_mask'], {
    attributes: { to: ElementType.bool },
  });
  const keysOfBatch = addNode(graph, 'Unsqueeze', 'mask.real.keys', [real, integers(graph, 1, 2)]);
  const seen = addNode(graph, 'And', 'mask.allowed', [causal, keysOfBatch]);
  const name = window === null ? 'mask' : `mask.window_${window}`;
  return addNode(graph, 'Where', name, [
    window === null ? seen : within(graph, name, window, { seen, keys, rows }),
    floats(graph, 'constant.zero', Float32Array.of(0), []),
    floats(graph, 'constant.lowest', Float32Array.of(LOWEST_FLOAT), []),
  ]);
}

/** Of what is seen, the keys that are fewer than `window` tokens before the query. */
function within(
  graph: GgufGraph,
  name: string,
  window: number,
  { seen, keys, rows }: { seen: string; keys: string; rows: string },
): string {
  const before = addNode(graph, 'Sub', `${name}.before`, [rows, integer(graph, window)]);
  const near = addNode(graph, 'Greater', `${name}.near`, [keys, before]);
  return addNode(graph, 'And', `${name}.allowed`, [seen, near]);
}
