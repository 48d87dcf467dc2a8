import type { AnalysisResult } from '../../src/protocol/analysis';
import type { SpanAttention } from '../../src/protocol/attention';

/** The cell of a map that a passage is found by: what is read of its strongest token. */
export function cellOfSpan(
  { attention, tokens }: Pick<AnalysisResult, 'attention' | 'tokens'>,
  { reading }: SpanAttention,
): { row: number; column: number } {
  return { row: attention.reading.token ?? tokens.length - 1, column: reading.strongestToken.token };
}

/** What the model attends to at a finding, named by its fingerprint; `null` where it read nothing of it. */
export function findingSpan({ findings, attention }: AnalysisResult, finding: string): SpanAttention | null {
  const index = findings.findIndex(({ fingerprint }) => fingerprint === finding);
  return attention.spans[index] ?? null;
}
