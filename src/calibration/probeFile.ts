import { toFloat16 } from '../probes/float16';
import type { ProbeFile } from '../probes/probeFile';
import type { FittedHead } from './fitHead';

/** A head in the form in which the product reads probes: its description, and the matrix. */
export function probeFileOf(
  { mean, scale, weights, bias }: FittedHead,
  about: {
    name: string;
    sha256: string;
    /** After how many layers the states are taken. */
    layers: readonly number[];
    hidden: number;
    threshold: number | null;
    falseAlarms: number;
  },
): { json: ProbeFile; weights: Uint8Array } {
  const halves = Uint16Array.from(weights, toFloat16);
  const isSet = about.threshold !== null;
  return {
    json: {
      schemaVersion: 1,
      name: about.name,
      model: { sha256: about.sha256 },
      layers: [...about.layers],
      input: about.hidden,
      standardize: { mean: [...mean], scale: [...scale] },
      weights: `${about.name}.bin`,
      head: [{ in: weights.length, out: 1, bias: [bias] }],
      activation: 'relu',
      score: 'sentence-mean',
      threshold: isSet ? { file: about.threshold! } : {},
      falseAlarms: isSet ? { file: about.falseAlarms } : {},
      skipFirstToken: true,
    },
    weights: new Uint8Array(halves.buffer),
  };
}
