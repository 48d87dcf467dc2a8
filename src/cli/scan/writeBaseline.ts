import { dirname, resolve } from 'node:path';
import { below } from '../../config/onDisk';
import { contextOf, fingerprintOf } from '../../detection/fingerprint';
import type { Baseline, BaselineEntry } from '../../protocol/config';
import type { Finding } from '../../protocol/finding';
import { safeJson } from '../../report/safeJson';

/** The findings of a file as entries of a baseline; those about suppressions themselves are none. */
export function entriesOf(
  baseline: string,
  file: string,
  text: string,
  findings: readonly Finding[],
  reason: string,
): BaselineEntry[] {
  const path = below(dirname(resolve(baseline)), file);
  return findings
    .filter(({ suppressed, rule }) => !suppressed && !rule.startsWith('suppression/'))
    .map(({ rule, start, end }) => ({
      rule,
      path,
      fingerprint: fingerprintOf(rule, text.slice(start, end)),
      context: contextOf(text, { start, end }),
      reason,
    }));
}

/** The text of a baseline, in the order of its paths. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const baseline: Baseline = { schemaVersion: 1, findings };
  return `${safeJson(baseline, 2)}\n`;
}
