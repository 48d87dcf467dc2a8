import type { AnalysisResult } from '../../src/protocol/analysis';
import type { SpanAttention } from '../../src/protocol/attention';

/** What the model attends to at a finding, named by its fingerprint; `null` where it read nothing of it. */
export function findingSpan({ findings, attention }: AnalysisResult, finding: string): SpanAttention | null {
  const index = findings.findIndex(({ fingerprint }) => fingerprint === finding);
  return attention.spans[index] ?? null;
}
