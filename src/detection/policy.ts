import type { Finding, Severity } from '../protocol/finding';
import { modelRules } from './rules/model';

/** What those who read the findings have decided about them; the rules know nothing about it. */
export interface Policy {
  /** Severity of the gravest findings in untrusted text; coding agents do not collect `information`. */
  untrusted?: 'error' | 'information';
}

/**
 * Findings as a policy wants them. All that is decided after the rules have looked is decided here, on whole
 * findings: settings of a rule and suppressions too, where there are any.
 */
export function applyPolicy(findings: readonly Finding[], { untrusted = 'error' }: Policy): Finding[] {
  return findings.map((finding) => ({ ...finding, severity: severityBy(finding, untrusted) }));
}

function severityBy({ severity, rule, segment }: Finding, untrusted: Severity): Severity {
  if (severity === 'error') return untrusted;
  // What a probe finds is no error anywhere, and stays below it.
  const isProbed = segment.trust === 'untrusted' && modelRules.some(({ id }) => id === rule);
  return isProbed && untrusted === 'information' ? 'information' : severity;
}
