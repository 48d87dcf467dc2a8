import type { Finding } from '../protocol/finding';

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
  return findings.map((finding) =>
    finding.severity === 'error' ? { ...finding, severity: untrusted } : finding,
  );
}
