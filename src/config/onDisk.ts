import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { perFolder } from '../files/perFolder';
import { decodeText } from '../prompts/files/decodeText';
import { CONFIG_FILE, type BaselineEntry, type Config, type ScanSettings } from '../protocol/config';
import { AttnscopeError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import { inWords } from '../protocol/sentence';
import type { Problem } from '../protocol/written/problem';
import { baselineOf } from './apply';
import type { Jsonc } from './jsonc';
import { nearestConfig } from './nearestConfig';
import { readBaseline } from './readBaseline';
import { readConfig } from './readConfig';

/** Most problems of a file that are told. */
const MOST_PROBLEMS = 5;

/** Longest message, UTF-16 code units. */
const LONGEST_MESSAGE = 800;

/** A file that was read, with the places of what it says. */
export interface ReadFile {
  /** Whole path. */
  file: string;
  text: string;
  read: Jsonc;
}

/** What is decided for the files of a folder. */
export interface FolderSettings {
  /** Whole path of the folder that the settings are for. */
  folder: string;
  config: Config;
  /** Where the settings were read; nothing where there are none but a baseline. */
  written?: ReadFile;
  baseline?: ReadFile & {
    entries: readonly BaselineEntry[];
    /** Those of a path below its folder. */
    of: ReturnType<typeof baselineOf>;
  };
}

/** Which settings and which baseline count, where they are named. */
export interface NamedSettings {
  /** A file; false for none. The nearest upward where it is not given. */
  config?: string | false | undefined;
  /** A file; false for none. That of the settings where it is not given. */
  baseline?: string | false | undefined;
  /** A folder up to which they are looked for at least, though a repository in it may end below: the one that is open. */
  root?: string | undefined;
}

/** Settings of files on the disk; each file of settings is read once. */
export interface SettingsOnDisk {
  /** @throws AttnscopeError `bad-input` where they cannot be used */
  of(file: string): Promise<FolderSettings | undefined>;
}

export function settingsOnDisk({ config, baseline, root }: NamedSettings = {}): SettingsOnDisk {
  const read = new Map<string, Promise<FolderSettings>>();
  const ofFile = (file: string): Promise<FolderSettings> => {
    const known = read.get(file) ?? readSettings(file, baseline);
    read.set(file, known);
    return known;
  };
  const alone = !baseline
    ? Promise.resolve(undefined)
    : readKnown(path.resolve(baseline)).then((known) => ({
        folder: path.dirname(known.file),
        config: {},
        baseline: known,
      }));
  alone.catch(() => undefined);
  const ofFolder = perFolder(async (folder): Promise<FolderSettings | undefined> => {
    if (config === false) return alone;
    if (config !== undefined) return ofFile(path.resolve(config));
    const found = await nearestConfig(await foldersAbove(folder, root), (at, name) =>
      textOf(path.join(at, name)),
    );
    return found ? ofFile(path.join(found.folder, CONFIG_FILE)) : alone;
  });
  return { of: (file) => ofFolder(path.dirname(path.resolve(file))) };
}

/** What is decided for one file, as the engine takes it. */
export function settingsFor({ folder, config, baseline }: FolderSettings, file: string): ScanSettings {
  const known = baseline && baseline.of(below(path.dirname(baseline.file), file));
  return { config, path: below(folder, file), baseline: known ?? [] };
}

/** A path below a folder, with slashes. */
export function below(folder: string, file: string): string {
  return path.relative(folder, path.resolve(file)).split(path.sep).join('/');
}

async function readSettings(file: string, baseline: NamedSettings['baseline']): Promise<FolderSettings> {
  const text = await needed(file);
  const settings = readConfig(text);
  if (!('config' in settings)) throw new UnusableFile(file, settings.problems, settings.bySchema);
  const { config, read } = settings;
  const folder = path.dirname(file);
  const named = baseline ?? (config.baseline && path.resolve(folder, config.baseline));
  const known = named ? { baseline: await readKnown(path.resolve(named)) } : {};
  return { folder, config, written: { file, text, read }, ...known };
}

async function readKnown(file: string): Promise<NonNullable<FolderSettings['baseline']>> {
  const text = await needed(file);
  const known = readBaseline(text);
  if (!('baseline' in known)) throw new UnusableFile(file, known.problems);
  const { findings } = known.baseline;
  return { file, text, read: known.read, entries: findings, of: baselineOf(findings) };
}

/**
 * The folder and those above it, up to the top of its repository; where there is none, to where the program runs. Up to
 * `root` where that is higher: of a repository in a folder that is open, the folder's owner decides too.
 */
async function foldersAbove(folder: string, root: string | undefined): Promise<string[]> {
  const above: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    above.push(at);
    if (at === path.dirname(at)) break;
  }
  const rootAt = root === undefined ? -1 : above.indexOf(path.resolve(root));
  for (const [index, at] of above.entries())
    if (await stat(path.join(at, '.git')).catch(() => null))
      return above.slice(0, Math.max(index, rootAt) + 1);
  return above.slice(0, Math.max(above.indexOf(process.cwd()), rootAt, 0) + 1);
}

/** The text of a file, `null` where there is none. */
async function textOf(file: string): Promise<string | null> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
}

async function needed(file: string): Promise<string> {
  const text = await textOf(file).catch((error: unknown) => {
    throw new AttnscopeError('bad-input', `${quoted(file)} cannot be read. Check who may read it.`, {
      cause: error,
    });
  });
  if (text !== null) return text;
  throw new AttnscopeError(
    'bad-input',
    `${quoted(file)} cannot be read: there is no such file. Check the path.`,
  );
}

/** A file of settings, or a baseline, in which something is wrong. */
export class UnusableFile extends AttnscopeError {
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
    /** Whether editors tell of it by the schema of the file. */
    readonly bySchema = false,
  ) {
    const told = problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, column, sentences }) => `Line ${line}, column ${column}: ${inWords(sentences)}`);
    const more = problems.length > MOST_PROBLEMS ? ` And ${problems.length - MOST_PROBLEMS} more.` : '';
    super(
      'bad-input',
      `${quoted(file)} cannot be used. ${plainText(told.join(' '), LONGEST_MESSAGE)}${more}`,
    );
  }
}
