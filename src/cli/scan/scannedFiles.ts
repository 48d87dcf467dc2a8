import { isChanged, type ChangesSince } from '../../analysis/revisions/changedLines';
import { scanFile } from '../../analysis/scanFile';
import { asSettingsSay } from '../../config/asSettingsSay';
import { settingsFor, type SettingsOnDisk } from '../../config/onDisk';
import { eachFile } from '../../files/listFiles';
import type { Told } from '../../files/listing';
import { prompts } from '../../files/prompts';
import { readSource } from '../../files/readInput';
import type { Finding } from '../../protocol/finding';
import { quoted } from '../../protocol/plainText';
import type { Unread } from '../../report/findings/fileByFile';
import { Ledger } from './ledger';
import type { ScanOptions } from './options';

/** What a run was asked for, read from where it is written. */
export interface ScanRun {
  paths: readonly string[];
  options: ScanOptions;
  settings: SettingsOnDisk;
  /** Nothing where all lines count. */
  changes: ChangesSince | undefined;
}

/** A file with all that was found in it. */
export interface FoundIn {
  path: string;
  text: string;
  findings: readonly Finding[];
  /** Whether a finding is on lines that count. */
  isAsked: (finding: Finding) => boolean;
}

/** Files as they are scanned, and what is known once all of them are through. */
export interface ScannedFiles {
  /** One after the other: neither they nor their paths are kept, for there may be very many. */
  files: AsyncIterable<FoundIn>;
  /** What could not be scanned. */
  errors(): Unread;
  ledger: Ledger;
}

/** Scans the files that are named, and the prompts of the folders that are named. */
export function scannedFiles({ paths, options, settings, changes }: ScanRun): ScannedFiles {
  const ledger = new Ledger();
  const told: Told = { errors: [], outside: [] };
  const unread: Unread = [];
  const errors = () => [...told.errors, ...unread];
  const kind = { ...prompts, isOne: asSettingsSay(settings, prompts.isOne!) };

  async function* files(): AsyncGenerator<FoundIn> {
    const wanted = { include: options.include, ignored: options.ignore };
    for await (const path of eachFile(paths, kind, wanted, told)) {
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
      yield { path, text, findings, isAsked: isChanged(text, changed) };
    }
    tellLeftOut(errors(), told.outside);
  }
  return { files: files(), errors, ledger };
}

/** Says on stderr what was not scanned, and why. */
function tellLeftOut(errors: Unread, outside: readonly string[]): void {
  for (const { error } of errors) process.stderr.write(`${error}\n`);
  for (const path of outside)
    process.stderr.write(
      `${quoted(path)} was not scanned: it leads out of the folder. Name it to scan it.\n`,
    );
}
