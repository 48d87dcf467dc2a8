import { Baseline } from '../../protocol/config';
import { AttnscopeError } from '../../protocol/errors';
import type { Finding, Severity } from '../../protocol/finding';
import { quoted } from '../../protocol/plainText';
import { ScanResult } from '../../protocol/scan';
import { sentence } from '../../protocol/sentence';
import type { Expectation } from '../../promptTests/promptTest';
import type { ReadFile } from './fillPrompt';

/** From the least grave to the gravest. */
const ORDER: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * Findings that count and are not known: neither of a known rule nor in the baseline, which knows them by their
 * fingerprints. Suppressed ones do not count.
 *
 * @throws AttnscopeError `bad-input` where the baseline is not the JSON of a scan.
 */
export async function newFindings(
  findings: readonly Finding[],
  { known, baseline, from }: Extract<Expectation, { kind: 'findings' }>,
  readFile: ReadFile,
): Promise<Finding[]> {
  const inBaseline = baseline === undefined ? new Set<string>() : await fingerprintsIn(baseline, readFile);
  return findings.filter(
    ({ rule, severity, fingerprint, suppressed }) =>
      !suppressed &&
      ORDER.indexOf(severity) >= ORDER.indexOf(from) &&
      !known.includes(rule) &&
      !inBaseline.has(fingerprint),
  );
}

async function fingerprintsIn(file: string, readFile: ReadFile): Promise<Set<string>> {
  const text = await readFile(file);
  const refused = new AttnscopeError('bad-input', [
    sentence('{file} is not what "attnscope scan" writes with --format json or --write-baseline.', {
      file: quoted(file),
    }),
  ]);
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw refused;
  }
  const scan = ScanResult.safeParse(written);
  const known = scan.success
    ? scan.data.files.flatMap(({ findings }) => findings)
    : Baseline.safeParse(written).data?.findings;
  if (!known) throw refused;
  return new Set(known.map(({ fingerprint }) => fingerprint));
}
