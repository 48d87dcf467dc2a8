import { SCHEMA_VERSION } from '../protocol/analysis';
import type { InspectedBaseline, MonitorBaseline } from '../protocol/measured/monitor';
import { mean, quantile } from '../statistics/moments';
import { fit } from './fitted';
import { FEWEST_REFERENCE } from './monitor';
import { readReference } from './reference';
import { fromScale } from './scale';

/** What a baseline holds and can promise. */
export function inspectBaseline(baseline: MonitorBaseline): InspectedBaseline {
  const { model, template, inputs, reference } = baseline;
  const { features, layers, rows } = readReference(baseline);
  const tokens = reference.map((input) => input.tokens).sort((a, b) => a - b);
  const shareOf = (wanted: string) =>
    mean(
      features.flatMap(({ name, section }, at) =>
        name === 'share' && section === wanted
          ? rows
              .filter(({ values }) => !Number.isNaN(values[at]!))
              .map(({ values }) => fromScale(name, values[at]!))
          : [],
      ),
    );
  return {
    ...{ schemaVersion: SCHEMA_VERSION, model, template, inputs },
    kept: reference.length,
    tokens: { least: tokens[0]!, median: quantile(tokens, 0.5), most: tokens.at(-1)! },
    rarest: reference.length < FEWEST_REFERENCE ? null : reference.length + 1,
    sections: baseline.sections.map((section) => ({ section, share: shareOf(section) })),
    blocks: fit(rows).map(({ lines, covariance }, block) => ({
      name: block === 0 ? 'attention' : 'states',
      ...(block === 0 ? {} : { layer: layers[block - 1]! }),
      figures: lines.filter((line) => line !== null).length,
      shrinkage: covariance.shrinkage,
    })),
  };
}
