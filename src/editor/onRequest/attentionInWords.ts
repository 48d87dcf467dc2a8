import { spanInWords } from '../../describe/spanInWords';
import { openAnalysis } from '../../protocol/analysis';
import type { Analysis } from '../analysis/analysis';
import { said } from '../translated';

/** What the model attends to at a finding of an analysis, in one sentence; nothing where it did not read it. */
export function attentionInWords({ shown }: Analysis, fingerprint: string): string | undefined {
  const { result } = shown;
  const finding = result.findings.findIndex((each) => each.fingerprint === fingerprint);
  const phrase = spanInWords(openAnalysis(result), finding);
  return phrase ? said(phrase) : undefined;
}
