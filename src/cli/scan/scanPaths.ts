import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  changesSince,
  isChanged,
  type Changed,
  type ChangesSince,
} from '../../analysis/revisions/changedLines';
import { scanFiles } from '../../analysis/scanFiles';
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
import { listFiles } from '../../files/listFiles';
import { prompts } from '../../files/prompts';
import { isFolder, readSource } from '../../files/readInput';
import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { BaselineEntry } from '../../protocol/config';
import { AttnscopeError } from '../../protocol/errors';
import type { Finding } from '../../protocol/finding';
import { quoted } from '../../protocol/plainText';
import type { ScanResult } from '../../protocol/scan';
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
  const listing = await listFiles(paths, kind, {
    include: options.include,
    ignored: options.ignore,
  });
  const changes = options.since === undefined ? undefined : await changesIn(paths[0]!, options.since);
  const chosen = await chosenFiles(listing.files, settings, changes);
  if (options.newOnly && !changes && !chosen.some(({ decided }) => decided?.baseline))
    throw new AttnscopeError(
      'bad-input',
      'Nothing is known of what is new: name a baseline by --baseline FILE.',
    );

  const ledger = new Ledger();
  const fresh: BaselineEntry[] = [];
  const scanned = await scanFiles(
    chosen.map(({ path }) => path),
    async (path, index) => {
      const { decided } = chosen[index]!;
      return { ...(await readSource(path)), ...(decided ? { settings: settingsFor(decided, path) } : {}) };
    },
    (path, { text }, { findings, used }, index) => {
      const { decided, changed } = chosen[index]!;
      if (decided) ledger.note(decided, path, used);
      if (options.writeBaseline !== undefined)
        fresh.push(...entriesOf(options.writeBaseline, path, text, findings, options.reason ?? ''));
      return { path, findings: shownOf(findings, isChanged(text, changed), options) };
    },
  );
  const errors = [...listing.errors, ...scanned.errors];
  for (const { error } of errors) process.stderr.write(`${error}\n`);
  for (const path of listing.outside)
    process.stderr.write(
      `${quoted(path)} was not scanned: it leads out of the folder. Name it to scan it.\n`,
    );
  if (options.writeBaseline !== undefined) {
    // What was not scanned has no say in what is known.
    if (scanned.files.length === 0)
      process.stderr.write('Nothing was scanned: the baseline stays as it is.\n');
    else await keepBaseline(options, fresh, ledger.kept(resolve(options.writeBaseline), now));
    return errors.length > 0 ? EXIT.error : EXIT.clean;
  }
  const isWhole = await wholeFolders(paths, changes !== undefined || errors.length > 0);
  const files = [...scanned.files, ...ledger.problems(isWhole, now)];
  const result: ScanResult = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version },
    files,
    ...(errors.length > 0 ? { errors } : {}),
  };
  const own = ledger.settings.flatMap(({ config }) => config.userRules ?? []).map(compileUserRule);
  // Folders may have the same rule.
  const rules = [...new Map(describeRules(own).map((rule) => [rule.id, rule])).values()];
  await writeOutput(options.out, resultText(result, rules, options));
  if (errors.length > 0) return EXIT.error;
  return files.some(({ findings }) => fails(findings, options.failOn)) ? EXIT.findings : EXIT.clean;
}

/** A file to scan, with what is decided for it and which lines of it count. */
interface ChosenFile {
  path: string;
  decided: FolderSettings | undefined;
  changed: Changed;
}

/** The files that changed where changes are asked for, else all; settings that cannot be used end the run here. */
async function chosenFiles(
  paths: readonly string[],
  settings: SettingsOnDisk,
  changes: ChangesSince | undefined,
): Promise<ChosenFile[]> {
  const chosen: ChosenFile[] = [];
  for (const path of paths) {
    const decided = await settings.of(path);
    const changed = changes && path !== '-' ? await changes.of(path) : 'all';
    if (changed !== undefined) chosen.push({ path, decided, changed });
  }
  return chosen;
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
