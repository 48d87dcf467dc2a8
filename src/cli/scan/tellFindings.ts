import { resolve } from 'node:path';
import type { FolderSettings } from '../../config/onDisk';
import { compileUserRule } from '../../config/userRules';
import { describeRules } from '../../detection/describeRules';
import { isWithin } from '../../files/links';
import { isFolder } from '../../files/readInput';
import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { Finding } from '../../protocol/finding';
import type { RuleDescription, ScannedFile } from '../../protocol/scan';
import { EXIT, fails } from '../outcome';
import { writeOutput } from '../writeOutput';
import type { ScanOptions } from './options';
import { scannedFiles, type ScanRun } from './scannedFiles';
import { resultText } from './writeResult';

/** Scans, writes what is found, and gives the exit code. */
export async function tellFindings(run: ScanRun, version: string, now: Date): Promise<number> {
  const { paths, options, changes } = run;
  const { files, errors, ledger } = scannedFiles(run);
  let failed = false;
  async function* told(): AsyncGenerator<ScannedFile> {
    for await (const { path, findings, isAsked } of files)
      yield { path, findings: shownOf(findings, isAsked, options) };
    const isWhole = await wholeFolders(paths, changes !== undefined || errors().length > 0);
    yield* ledger.problems(isWhole, now);
  }
  async function* judged(): AsyncGenerator<ScannedFile> {
    for await (const file of told()) {
      failed ||= fails(file.findings, options.failOn);
      yield file;
    }
  }
  const head = { schemaVersion: SCHEMA_VERSION, tool: { name: 'attnscope', version } } as const;
  const rules = () => rulesOf(ledger.settings);
  await writeOutput(options.out, resultText({ head, files: judged(), errors, rules }, options));
  if (errors().length > 0) return EXIT.error;
  return failed ? EXIT.findings : EXIT.clean;
}

/** The findings of a file that are told. */
export function shownOf(
  findings: readonly Finding[],
  isAsked: (finding: Finding) => boolean,
  { newOnly }: ScanOptions,
): Finding[] {
  return findings.filter(
    (finding) => isAsked(finding) && !(newOnly && finding.suppression?.by === 'baseline'),
  );
}

/** All rules, those of folders too, which may have the same. */
function rulesOf(settings: readonly FolderSettings[]): RuleDescription[] {
  const own = settings.flatMap(({ config }) => config.userRules ?? []).map(compileUserRule);
  return [...new Map(describeRules(own).map((rule) => [rule.id, rule])).values()];
}

/** Whether all prompts of a folder were scanned: it, or one above it, was named. */
async function wholeFolders(
  paths: readonly string[],
  isPartial: boolean,
): Promise<(folder: string) => boolean> {
  const folders: string[] = [];
  for (const path of paths) if (path !== '-' && (await isFolder(path))) folders.push(resolve(path));
  return (folder) => !isPartial && folders.some((named) => named === folder || isWithin(named, folder));
}
