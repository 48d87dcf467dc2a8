import { AttnscopeError } from '../protocol/errors';
import type { MonitorBaseline } from '../protocol/measured/monitor';
import { textToFloats } from './floats';
import { monitoredFeatures, type Monitored } from './monitored';
import { toScale } from './scale';

/** Reference inputs as numbers. */
export interface Reference {
  features: readonly Monitored[];
  /** Layers of the mean states, ascending; none where they are not kept. */
  layers: readonly number[];
  rows: readonly ReferenceRow[];
}

/** An input as numbers. */
export interface ReferenceRow {
  /** ln of the tokens. */
  length: number;
  /** `[features]`, on the scale on which they are compared. */
  values: Float32Array;
  /** `[layers][hidden]` */
  states: readonly Float32Array[];
}

/** @throws AttnscopeError `bad-input` where the numbers of the document are not what it says they are. */
export function readReference({ model, sections, states, reference }: MonitorBaseline): Reference {
  const features = monitoredFeatures(model, sections);
  const layers = states?.layers ?? [];
  const rows = reference.map((input): ReferenceRow => {
    const values = textToFloats(input.values, features.length);
    const means = states ? textToFloats(input.states ?? '', layers.length * states.hidden) : null;
    if (!values || (states && !means))
      throw new AttnscopeError(
        'bad-input',
        'The baseline is damaged: the numbers of a reference input are not as many as its sections and model ask for. Fit it again.',
      );
    return rowOf(input.tokens, features, values, statesOf(means, layers.length));
  });
  return { features, layers, rows };
}

/** The states of each layer. */
export function statesOf(means: Float32Array | null, layers: number): Float32Array[] {
  const hidden = (means?.length ?? 0) / layers;
  return Array.from({ length: means ? layers : 0 }, (_, layer) =>
    means!.subarray(layer * hidden, (layer + 1) * hidden),
  );
}

/** An input on the scale on which inputs are compared. `values`: as they were measured. */
export function rowOf(
  tokens: number,
  features: readonly Monitored[],
  values: Float32Array,
  states: readonly Float32Array[],
): ReferenceRow {
  const scaled = values.map((value, at) => toScale(features[at]!.name, value));
  return { length: Math.log(tokens), values: scaled, states };
}
