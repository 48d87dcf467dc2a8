import { dirname, resolve } from 'node:path';
import { below } from '../../config/onDisk';
import { contextOf, fingerprintOf } from '../../detection/fingerprint';
import type { Baseline, BaselineEntry } from '../../protocol/config';
import { safeJson } from '../../report/safeJson';
import { EXIT } from '../outcome';
import { writeOutput } from '../writeOutput';
import { type FoundIn, scannedFiles, type ScanRun } from './scannedFiles';

/** Scans, writes what is found as known beside what is known already, and gives the exit code. */
export async function writeBaseline(run: ScanRun, baseline: string, now: Date): Promise<number> {
  const { files, errors, ledger } = scannedFiles(run);
  const fresh: BaselineEntry[] = [];
  let count = 0;
  for await (const file of files) {
    count += 1;
    fresh.push(...entriesOf(file, dirname(resolve(baseline)), run.options.reason ?? ''));
  }
  // What was not scanned has no say in what is known.
  if (count === 0) process.stderr.write('Nothing was scanned: the baseline stays as it is.\n');
  else {
    const kept = ledger.kept(resolve(baseline), now);
    await writeOutput(baseline, baselineText([...kept, ...fresh]));
    process.stderr.write(`Of its findings ${fresh.length} are new and ${kept.length} were known.\n`);
  }
  return errors().length > 0 ? EXIT.error : EXIT.clean;
}

/** The findings of a file as entries of a baseline in a folder; those about suppressions themselves are none. */
function entriesOf({ path, text, findings }: FoundIn, folder: string, reason: string): BaselineEntry[] {
  return findings
    .filter(({ suppressed, rule }) => !suppressed && !rule.startsWith('suppression/'))
    .map(({ rule, start, end }) => ({
      rule,
      path: below(folder, path),
      fingerprint: fingerprintOf(rule, text.slice(start, end)),
      context: contextOf(text, { start, end }),
      reason,
    }));
}

/** The text of a baseline, in the order of its paths. */
function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const baseline: Baseline = { schemaVersion: 1, findings };
  return `${safeJson(baseline, 2)}\n`;
}
