import { scanDocument } from '../../analysis/readDocument';
import { settingsFor, settingsOnDisk } from '../../config/onDisk';
import { SCHEMA_VERSION } from '../../protocol/analysis';
import { AttnscopeError } from '../../protocol/errors';
import { answerJsonLines, refuseUnlessLines } from '../jsonLines';
import { EXIT, fails } from '../outcome';
import type { ScanOptions } from './options';
import { nothingKnown } from './scanPaths';
import { shownOf } from './tellFindings';

/** Scans the texts of JSON Lines, writes what is found in each, and gives the exit code. */
export async function scanLines(lines: string, options: ScanOptions): Promise<number> {
  refuseUnlessLines(options.format);
  if (options.since !== undefined || options.writeBaseline !== undefined)
    throw new AttnscopeError(
      'bad-input',
      '--since and --write-baseline are about files: name files or folders instead of --input-jsonl.',
    );
  let failed = false;
  // Lines are no files: the settings of where the program runs count.
  const decided = await settingsOnDisk(options).of('-');
  if (options.newOnly && !decided?.baseline) throw nothingKnown();
  const complete = await answerJsonLines(lines, options.out, async ({ text, path, trust }) => {
    const settings = decided && settingsFor(decided, path ?? '');
    const found = await scanDocument({ text, path, trust, ...(settings ? { settings } : {}) });
    const findings = shownOf(found, () => true, options);
    failed ||= fails(findings, options.failOn);
    return { schemaVersion: SCHEMA_VERSION, findings };
  });
  if (!complete) return EXIT.error;
  return failed ? EXIT.findings : EXIT.clean;
}
