import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { changesSince, type ChangesSince } from '../../analysis/revisions/changedLines';
import { settingsOnDisk, type NamedSettings, type SettingsOnDisk } from '../../config/onDisk';
import { isFolder } from '../../files/readInput';
import { AttnscopeError } from '../../protocol/errors';
import type { ScanOptions } from './options';
import { tellFindings } from './tellFindings';
import { writeBaseline } from './writeBaseline';

/** Scans the files and folders that are named, writes what is found, and gives the exit code. */
export async function scanPaths(
  paths: readonly string[],
  options: ScanOptions,
  version: string,
): Promise<number> {
  const now = new Date();
  const settings = settingsOnDisk(await namedSettings(options));
  const changes = options.since === undefined ? undefined : await changesIn(paths[0]!, options.since);
  if (options.newOnly && !changes && !(await isAnyKnown(paths, settings))) throw nothingKnown();
  const run = { paths, options, settings, changes };
  return options.writeBaseline === undefined
    ? tellFindings(run, version, now)
    : writeBaseline(run, options.writeBaseline, now);
}

/** What is new cannot be told where no baseline says what was there. */
export function nothingKnown(): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    'Nothing is known of what is new: name a baseline by --baseline FILE, or a folder whose .attnscope.json names one.',
  );
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

/** Whether a baseline counts where one of the paths is; the folders themselves may be large and are not gone through. */
async function isAnyKnown(paths: readonly string[], settings: SettingsOnDisk): Promise<boolean> {
  for (const path of paths) {
    const within = (await isFolder(path)) ? join(path, '-') : path;
    if ((await settings.of(within))?.baseline) return true;
  }
  return false;
}
