import type { Anomalies, Anomaly } from '../../protocol/attention';
import type { Reducer } from '../summary/rows';
import type { SinkSetup } from '../summary/setup';
import { compareRows } from './compareRows';
import { rowPeaks } from './rowPeaks';

/** The published rule's bound: more than half of a query's head-mean attention on one key. */
export const ANOMALY_THRESHOLD = 0.5;

/**
 * Anomalous attention: for each layer and query the key with the largest head-mean weight (of equals the first),
 * kept where that weight is above 0.5. plain: max over all keys. withoutSinkAndSelf: max over the keys except the
 * sink and the query itself, weights as they are. compared: see `compareRows`.
 */
export function anomalies(setup: SinkSetup): Reducer<Anomalies> {
  const { layers, sink, causal, tokens, rule = 'honest', baseline } = setup;
  const peaks = rule === 'honest' && baseline ? rowPeaks(setup) : null;
  const perLayer = Array.from({ length: layers }, () => ({
    plain: [] as Anomaly[],
    others: [] as Anomaly[],
    withoutSelf: [] as Anomaly[],
  }));
  return {
    addRow(row) {
      peaks?.addRow(row);
      const { layer, query, weights, width, sinkWeight } = row;
      let focus = 0;
      let largest = 0;
      let otherFocus = 0;
      let otherLargest = 0;
      for (let k = 0; k < width; k++) {
        const weight = weights[k]!;
        if (weight > largest) {
          largest = weight;
          focus = k;
        }
        if (weight > otherLargest && k !== query && k !== sink) {
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
      // Kept for the end, where the key that was left out may turn out not to be a sink.
      if (sink !== query && sinkWeight > otherLargest) {
        otherLargest = sinkWeight;
        otherFocus = sink;
      }
      if (otherLargest > ANOMALY_THRESHOLD) {
        found.withoutSelf.push({ layer, output: query, focus: otherFocus, concentration: otherLargest });
      }
    },
    finish: (hasSink) => ({
      rule,
      threshold: ANOMALY_THRESHOLD,
      plain: perLayer.flatMap((found) => found.plain),
      withoutSinkAndSelf: perLayer.flatMap((found) => (hasSink ? found.others : found.withoutSelf)),
      compared:
        peaks && baseline
          ? compareRows(peaks.finish(hasSink), baseline, (query) => (causal ? query + 1 : tokens.length))
          : null,
    }),
  };
}
