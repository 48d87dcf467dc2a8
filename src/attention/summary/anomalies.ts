import { type Anomalies, type Anomaly } from '../../protocol/attention';
import { type Reducer } from './rows';
import { type AnalysisSetup } from './setup';

/** The published rule's bound: more than half of a query's head-mean attention on one key. */
export const ANOMALY_THRESHOLD = 0.5;

/**
 * Anomalous attention: for each layer and query the key with the largest head-mean weight (the first of
 * equals), kept where that weight is above 0.5.
 * plain: max over all keys. withoutSinkAndSelf: max over the keys but 0 and the query itself, weights as they are.
 */
export function anomalies(setup: AnalysisSetup): Reducer<Anomalies> {
  const perLayer = Array.from({ length: setup.layers }, () => ({
    plain: [] as Anomaly[],
    others: [] as Anomaly[],
  }));
  return {
    addRow({ layer, query, weights, width }) {
      let focus = 0;
      let largest = weights[0]!;
      let otherFocus = 0;
      let otherLargest = 0;
      for (let k = 1; k < width; k++) {
        const weight = weights[k]!;
        if (weight > largest) {
          largest = weight;
          focus = k;
        }
        if (weight > otherLargest && k !== query) {
          otherLargest = weight;
          otherFocus = k;
        }
      }
      const found = perLayer[layer]!;
      if (largest > ANOMALY_THRESHOLD)
        found.plain.push({ layer, output: query, focus, concentration: largest });
      if (otherLargest > ANOMALY_THRESHOLD) {
        found.others.push({ layer, output: query, focus: otherFocus, concentration: otherLargest });
      }
    },
    finish: () => ({
      threshold: ANOMALY_THRESHOLD,
      plain: perLayer.flatMap((found) => found.plain),
      withoutSinkAndSelf: perLayer.flatMap((found) => found.others),
    }),
  };
}
