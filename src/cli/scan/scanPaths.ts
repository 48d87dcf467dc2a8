import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { changesSince, isChanged, type ChangesSince } from '../../analysis/revisions/changedLines';
import { scanFile } from '../../analysis/scanFile';
import { asSettingsSay } from '../../config/asSettingsSay';
import {
  settingsFor,
  settingsOnDisk,
  type FolderSettings,
  type NamedSettings,
  type SettingsOnDisk,
} from '../../config/onDisk';
import { compileUserRule } from '../../config/userRules';
import { describeRules } from '../../detection/describeRules';
import { isWithin } from '../../files/links';
import { eachFile, type Told } from '../../files/listFiles';
import { prompts } from '../../files/prompts';
import { isFolder, readSource } from '../../files/readInput';
import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { BaselineEntry } from '../../protocol/config';
import { AttnscopeError } from '../../protocol/errors';
import type { Finding } from '../../protocol/finding';
import { quoted } from '../../protocol/plainText';
import type { RuleDescription, ScannedFile } from '../../protocol/scan';
import type { Unread } from '../../report/findings/fileByFile';
import { EXIT, fails } from '../outcome';
import { writeOutput } from '../writeOutput';
import { Ledger } from './ledger';
import { baselineText, entriesOf } from './writeBaseline';
import type { ScanOptions } from './options';
import { resultText } from './writeResult';

/** Scans the files and folders that are named, writes what is found, and gives the exit code. */
export async function scanPaths(
  paths: readonly string[],
  options: ScanOptions,
  version: string,
): Promise<number> {
  const now = new Date();
  const settings = settingsOnDisk(await namedSettings(options));
  const kind = { ...prompts, isOne: asSettingsSay(settings, prompts.isOne!) };
  const listed = (told: Told) =>
    eachFile(paths, kind, { include: options.include, ignored: options.ignore }, told);
  const changes = options.since === undefined ? undefined : await changesIn(paths[0]!, options.since);
  if (options.newOnly && !changes && !(await isAnyKnown(listed({ errors: [], outside: [] }), settings)))
    throw new AttnscopeError(
      'bad-input',
      'Nothing is known of what is new: name a baseline by --baseline FILE.',
    );

  const ledger = new Ledger();
  const fresh: BaselineEntry[] = [];
  const told: Told = { errors: [], outside: [] };
  const unread: Unread = [];
  const errors = () => [...told.errors, ...unread];
  /** What is found, file by file: neither they nor their paths are kept, for there may be very many. */
  async function* scanned(): AsyncGenerator<ScannedFile> {
    for await (const path of listed(told)) {
      const decided = await settings.of(path);
      const changed = changes && path !== '-' ? await changes.of(path) : 'all';
      if (changed === undefined) continue;
      const scan = await scanFile(path, async () => ({
        ...(await readSource(path)),
        ...(decided ? { settings: settingsFor(decided, path) } : {}),
      }));
      if ('error' in scan) {
        unread.push(scan);
        continue;
      }
      const { text, findings, used } = scan;
      if (decided) ledger.note(decided, path, used);
      if (options.writeBaseline !== undefined)
        fresh.push(...entriesOf(options.writeBaseline, path, text, findings, options.reason ?? ''));
      yield { path, findings: shownOf(findings, isChanged(text, changed), options) };
    }
    tellLeftOut(errors(), told.outside);
  }

  if (options.writeBaseline !== undefined) {
    let count = 0;
    for await (const _ of scanned()) count += 1;
    // What was not scanned has no say in what is known.
    if (count === 0) process.stderr.write('Nothing was scanned: the baseline stays as it is.\n');
    else await keepBaseline(options, fresh, ledger.kept(resolve(options.writeBaseline), now));
    return errors().length > 0 ? EXIT.error : EXIT.clean;
  }
  let failed = false;
  async function* result(): AsyncGenerator<ScannedFile> {
    for await (const file of scanned()) {
      failed ||= fails(file.findings, options.failOn);
      yield file;
    }
    const isWhole = await wholeFolders(paths, changes !== undefined || errors().length > 0);
    for (const file of ledger.problems(isWhole, now)) {
      failed ||= fails(file.findings, options.failOn);
      yield file;
    }
  }
  const head = { schemaVersion: SCHEMA_VERSION, tool: { name: 'attnscope', version } } as const;
  const rules = () => rulesOf(ledger.settings);
  await writeOutput(options.out, resultText({ head, files: result(), errors, rules }, options));
  if (errors().length > 0) return EXIT.error;
  return failed ? EXIT.findings : EXIT.clean;
}

/** Says on stderr what was not scanned, and why. */
function tellLeftOut(errors: Unread, outside: readonly string[]): void {
  for (const { error } of errors) process.stderr.write(`${error}\n`);
  for (const path of outside)
    process.stderr.write(
      `${quoted(path)} was not scanned: it leads out of the folder. Name it to scan it.\n`,
    );
}

/** Whether a baseline counts for any of the files. */
async function isAnyKnown(files: AsyncIterable<string>, settings: SettingsOnDisk): Promise<boolean> {
  for await (const path of files) if ((await settings.of(path))?.baseline) return true;
  return false;
}

/** All rules, those of folders too, which may have the same. */
function rulesOf(settings: readonly FolderSettings[]): RuleDescription[] {
  const own = settings.flatMap(({ config }) => config.userRules ?? []).map(compileUserRule);
  return [...new Map(describeRules(own).map((rule) => [rule.id, rule])).values()];
}

/** Which settings count. A baseline that is written anew knows what it knew before. */
async function namedSettings({
  config,
  baseline,
  writeBaseline,
  reason,
}: ScanOptions): Promise<NamedSettings> {
  if (writeBaseline === undefined) return { config, baseline };
  if (baseline !== undefined)
    throw new AttnscopeError(
      'bad-input',
      'Name one baseline: --write-baseline reads it too, where it is there.',
    );
  if (reason === undefined || !/\p{L}/u.test(reason))
    throw new AttnscopeError(
      'bad-input',
      'A baseline says why its findings may stay: give it by --reason, as --reason "there before we began".',
    );
  const isThere = await stat(writeBaseline).then(
    () => true,
    () => false,
  );
  return { config, baseline: isThere && writeBaseline };
}

async function changesIn(first: string, revision: string): Promise<ChangesSince> {
  return changesSince(first === '-' ? '.' : (await isFolder(first)) ? first : dirname(first), revision);
}

/** The findings of a file that are told. */
export function shownOf(
  findings: readonly Finding[],
  isNew: (finding: Finding) => boolean,
  { newOnly }: ScanOptions,
): Finding[] {
  return findings.filter((finding) => isNew(finding) && !(newOnly && finding.suppression?.by === 'baseline'));
}

async function keepBaseline(
  { writeBaseline }: ScanOptions,
  fresh: readonly BaselineEntry[],
  kept: readonly BaselineEntry[],
): Promise<void> {
  await writeOutput(writeBaseline, baselineText([...kept, ...fresh]));
  process.stderr.write(`Of its findings ${fresh.length} are new and ${kept.length} were known.\n`);
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
