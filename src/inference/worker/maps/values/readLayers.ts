import { layerValues, mixedFor, type LayerValues } from '../../../../attention/values/layerValues';
import type { KindName } from '../../../../model/tap/tapKinds';
import { AttnscopeError } from '../../../../protocol/errors';
import type { CheckedModel } from '../../models/checkedModel';
import { without } from '../../models/modelParts';
import { outputsOf, runPrompt, type TappedBlock } from '../../run/promptRun';

/** What a layer has of a prompt. */
export interface LayerRead extends LayerValues {
  /** `[tokens, heads * size]`: what the heads have read. */
  mixed: Float32Array;
  /** `[tokens, hidden]`: states before and after the layer; empty where they were not asked for. */
  before: Float32Array;
  after: Float32Array;
}

/** How far the weighted values may be off what the heads have read; half precision has no more digits. */
const TOLERANCE = 5e-3;

/**
 * Runs a prompt and gives weights and values of these layers. Throws `bad-model` naming what is not found, also where the
 * weighted values are not what the heads have read: then they are no values.
 */
export async function readLayers(
  model: CheckedModel,
  tokenIds: readonly number[],
  layers: readonly number[],
  states: boolean,
): Promise<Map<number, LayerRead>> {
  const n = tokenIds.length;
  const found = new Map<string, Float32Array>();
  const wanted = [
    ...(['map', 'mixed', 'values'] as const).flatMap((kind) => outputsOf(model, kind, layers)),
    ...(states
      ? outputsOf(
          model,
          'state',
          layers.flatMap((layer) => [layer - 1, layer]),
        )
      : []),
    ...(states ? outputsOf(model, 'embedding', layers) : []),
  ];
  const rows = layers.reduce((sum, layer) => sum + model.headsOf[layer]!, 0);
  await runPrompt(model, tokenIds, model.chunks(n, rows), wanted, (block) => collect(found, block, n));
  const tensor = (kind: KindName, layer: number, what: string): Float32Array => {
    const values = found.get(`${kind} ${layer}`);
    if (!values) throw without(`${what} of layer ${layer}`, 'they were not found');
    return values;
  };
  return new Map(
    layers.map((layer) => {
      const heads = model.headsOf[layer]!;
      const mixed = tensor('mixed', layer, 'What the heads read');
      const values = tensor('values', layer, 'The values');
      const size = mixed.length / (n * heads);
      const shape = { heads, valueHeads: values.length / (n * size), tokens: n };
      const read = layerValues(tensor('map', layer, 'The map'), values, shape);
      refuseOther(read, mixed, layer);
      const before =
        states &&
        (layer === 0 ? tensor('embedding', 0, 'States before') : tensor('state', layer - 1, 'States'));
      const after = states && tensor('state', layer, 'States');
      const none = new Float32Array(0);
      return [layer, { ...read, mixed, before: before || none, after: after || none }];
    }),
  );
}

/** Puts rows of queries together; what tells of all tokens at once comes whole. */
function collect(found: Map<string, Float32Array>, block: TappedBlock, n: number): void {
  const { kind, layer, dims, firstQuery, values } = block;
  const name = `${kind} ${layer}`;
  if (kind === 'values') {
    found.set(name, values.slice());
  } else if (kind === 'map') {
    const [, heads = 0, queries = 0, keys = 0] = dims;
    const map = found.get(name) ?? new Float32Array(heads * n * n);
    found.set(name, map);
    for (let row = 0; row < heads * queries; row++) {
      const at = (Math.floor(row / queries) * n + firstQuery + (row % queries)) * n;
      map.set(values.subarray(row * keys, (row + 1) * keys), at);
    }
  } else {
    const [, queries = 0, width = 0] = dims;
    const all = found.get(name) ?? new Float32Array(n * width);
    found.set(name, all);
    all.set(values.subarray(0, queries * width), firstQuery * width);
  }
}

function refuseOther(read: LayerValues, mixed: Float32Array, layer: number): void {
  const width = read.heads * read.size;
  const last = mixed.subarray((read.tokens - 1) * width);
  const made = mixedFor(read, read.tokens - 1);
  const largest = last.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (made.every((value, i) => Math.abs(value - last[i]!) <= TOLERANCE * largest)) return;
  throw new AttnscopeError(
    'bad-model',
    `Values of this model cannot be read: in layer ${layer}, what was found as values does not make what its heads read. Read its maps by weights.`,
  );
}
