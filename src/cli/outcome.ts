import { Option } from 'commander';
import type { Finding, Severity } from '../protocol/finding';

/** Exit codes of every command. */
export const EXIT = {
  /** No finding at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** An error, a refusal or an incomplete run: never reported as clean. */
  error: 2,
} as const;

const ORDER: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The severity from which findings fail a run. */
export type FailOn = 'error' | 'warning' | 'information' | 'never';

/** `--fail-on`, the same for every command that has findings. */
export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'exit with 1 on findings of this severity or above')
    .choices(['error', 'warning', 'information', 'never'])
    .default('warning');
}

/** Whether a run with this finding exits with 1. Suppressed findings do not count. */
export function isFailure({ severity, suppressed }: Finding, failOn: FailOn): boolean {
  return !suppressed && failOn !== 'never' && ORDER.indexOf(severity) >= ORDER.indexOf(failOn);
}

/** Whether a run with these findings exits with 1. */
export function fails(findings: readonly Finding[], failOn: FailOn): boolean {
  return findings.some((finding) => isFailure(finding, failOn));
}
