import { refusalOf } from '../../../../model/check/check';
import { checkMap } from '../../../../model/check/checkMap';
import { layerName } from '../../../../model/find/layerName';
import type { KindName } from '../../../../model/tap/tapKinds';
import { AttnscopeError } from '../../../../protocol/errors';
import type { InferenceParams, InferenceResult } from '../../../../protocol/borders/inference';
import { toleranceOf } from '../../models/examineModel';
import type { LoadedModel } from '../../models/loadModel';

export type Reduce = InferenceParams<'extract'>['reduce'];
/** What is told about the file. */
export type Written = InferenceResult<'extract'>;

/** The kind of tensor that is written. */
export function kindOf(reduce: Reduce): KindName {
  return reduce === 'none' ? 'map' : 'headMean';
}

/** The bytes of values, little-endian as on all platforms that the runtime has builds for. */
export function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Throws `bad-model` where values cannot be attention. Queries that see no key at all may be NaN throughout. */
export function refuseNoMap(
  model: LoadedModel,
  layer: number,
  values: Float32Array,
  dims: readonly number[],
): void {
  const facts = model.layers[layer]!;
  const keys = dims[3]!;
  let seen = values;
  for (let row = 0; row < values.length; row += keys) {
    if (!values.subarray(row, row + keys).every(Number.isNaN)) continue;
    if (seen === values) seen = values.slice();
    seen.fill(0, row, row + keys);
  }
  const why = refusalOf(checkMap(seen, dims, { rowSum: facts.rowSum, tolerance: toleranceOf(facts, keys) }));
  if (why === undefined) return;
  throw new AttnscopeError(
    'bad-model',
    `What this model gives as ${layerName('attention', facts)} is no attention, so nothing was written: ${why}. Choose another model, or export this one with attention spelled out (eager).`,
  );
}
