import type { Reducer } from '../summary/rows';
import type { SinkSetup } from '../summary/setup';

/** The key that each row rests on, the sink and the query itself left aside. */
export interface RowPeaks {
  /** `[layer][query]`: the largest head-mean weight on another key; 0 where the query sees none. */
  weights: Float32Array[];
  /** `[layer][query]`: that key, of equals the first. */
  focus: Uint32Array[];
}

/** Keeps the largest weight of each row beside the sink and the query; where there is no sink, beside the query. */
export function rowPeaks({ layers, tokens, sink }: SinkSetup): Reducer<RowPeaks> {
  const weights = Array.from({ length: layers }, () => new Float32Array(tokens.length));
  const focus = Array.from({ length: layers }, () => new Uint32Array(tokens.length));
  const onSink = Array.from({ length: layers }, () => new Float32Array(tokens.length));
  return {
    addRow(row) {
      let largest = 0;
      let at = 0;
      for (let k = 0; k < row.width; k++) {
        const weight = row.weights[k]!;
        if (weight > largest && k !== row.query && k !== sink) {
          largest = weight;
          at = k;
        }
      }
      weights[row.layer]![row.query] = largest;
      focus[row.layer]![row.query] = at;
      if (row.query !== sink) onSink[row.layer]![row.query] = row.sinkWeight;
    },
    finish(hasSink) {
      if (hasSink) return { weights, focus };
      for (const [layer, row] of weights.entries()) {
        for (let q = 0; q < row.length; q++) {
          const weight = onSink[layer]![q]!;
          const isFirst = weight === row[q] && sink < focus[layer]![q]!;
          if (weight < row[q]! || !(weight > row[q]! || isFirst)) continue;
          row[q] = weight;
          focus[layer]![q] = sink;
        }
      }
      return { weights, focus };
    },
  };
}
