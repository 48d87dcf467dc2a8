import { METRICS, type HeadMetrics, type PerHead } from '../../protocol/requests/heads';

/** The mean over texts of each metric; texts in which a head has none are left out. */
export function meanMetrics(all: readonly HeadMetrics[]): HeadMetrics {
  const mean = (tables: readonly PerHead[]): PerHead =>
    tables[0]!.map((heads, layer) =>
      heads.map((_, head) => {
        const values = tables.map((table) => table[layer]![head]!).filter((value) => value !== null);
        return values.length === 0 ? null : values.reduce((a, b) => a + b) / values.length;
      }),
    );
  return Object.fromEntries(
    METRICS.map((metric) => [metric, mean(all.map((one) => one[metric]))]),
  ) as HeadMetrics;
}
