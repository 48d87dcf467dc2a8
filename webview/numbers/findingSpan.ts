import type { AnalysisResult } from '../../src/protocol/analysis';
import type { SpanAttention, Treated } from '../../src/protocol/attention';

/** Where a passage is looked at: the head that reads it most, and there what is read of its strongest token. */
export function placeOfSpan(
  { attention, tokens }: Pick<AnalysisResult, 'attention' | 'tokens'>,
  { reading }: SpanAttention,
  treatment: keyof Treated<unknown>,
): { layer: number; head: number; cursor: { row: number; column: number } } {
  const { layer, head } = reading.bestHead[treatment];
  const row = attention.reading.token ?? tokens.length - 1;
  return { layer, head, cursor: { row, column: reading.strongestToken.token } };
}

/** What the model attends to at a finding, named by its fingerprint; `null` where it read nothing of it. */
export function findingSpan({ findings, attention }: AnalysisResult, finding: string): SpanAttention | null {
  const index = findings.findIndex(({ fingerprint }) => fingerprint === finding);
  return attention.spans[index] ?? null;
}
