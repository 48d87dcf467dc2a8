import { relative, resolve, sep } from 'node:path';
import { below, type FolderSettings, type ReadFile } from '../../config/onDisk';
import { createFindings, type Match } from '../../detection/createFindings';
import { expired } from '../../detection/rules/suppression/expired';
import { unused } from '../../detection/rules/suppression/unused';
import type { BaselineEntry } from '../../protocol/config';
import type { ScannedFile } from '../../protocol/scan';
import { dayOf, isOver, type Suppression } from '../../suppressions/suppression';
import type { Path } from '../../protocol/written/problem';

/** What a run did with the settings of a folder. */
interface Seen {
  settings: FolderSettings;
  /** Paths below the folders of the settings and of the baseline that entries name. */
  named: { config: ReadonlySet<string>; baseline: ReadonlySet<string> };
  /** Those of them that were scanned. */
  files: { config: Set<string>; baseline: Set<string> };
  /** Places of the entries that covered something. */
  used: { config: Set<number>; baseline: Set<number> };
}

/** A suppression beside the texts: where it is written, and the files that it names, if it names any. */
interface Entry {
  path: Path;
  files: readonly string[] | undefined;
  until: string | undefined;
  isUsed: boolean;
}

/** Keeps count of the suppressions that are written beside texts, so that those that are of no use can be told. */
export class Ledger {
  private readonly seen = new Map<FolderSettings, Seen>();

  note(settings: FolderSettings, file: string, used: readonly Suppression[]): void {
    const seen = this.seen.get(settings) ?? {
      settings,
      named: namedBy(settings),
      files: { config: new Set(), baseline: new Set() },
      used: { config: new Set(), baseline: new Set() },
    };
    this.seen.set(settings, seen);
    const { folder, baseline } = settings;
    const inside = below(folder, file);
    if (seen.named.config.has(inside)) seen.files.config.add(inside);
    const known = baseline && below(resolve(baseline.file, '..'), file);
    if (known !== undefined && seen.named.baseline.has(known)) seen.files.baseline.add(known);
    for (const { by, index } of used)
      if (index !== undefined && (by === 'config' || by === 'baseline')) seen.used[by].add(index);
  }

  get settings(): readonly FolderSettings[] {
    return [...this.seen.keys()];
  }

  /** Entries of a baseline that the run has no word against: they covered something, or their files were not scanned. */
  kept(file: string, now: Date): BaselineEntry[] {
    const all = [...this.seen.values()].filter(({ settings }) => settings.baseline?.file === file);
    const entries = all[0]?.settings.baseline?.entries ?? [];
    return entries.filter(
      ({ path, until }, index) =>
        all.some(({ used }) => used.baseline.has(index)) ||
        (!isOver(until, dayOf(now)) && !all.some(({ files }) => files.baseline.has(path))),
    );
  }

  /**
   * What is wrong with them, as findings in the files that they are written in: those whose day is over, and those that
   * cover nothing in files that were scanned.
   *
   * @param isWhole whether all prompts of a folder were scanned
   */
  problems(isWhole: (folder: string) => boolean, now: Date): ScannedFile[] {
    const written = new Map<
      string,
      { file: ReadFile; entries: Entry[]; scanned: Set<string>; whole: boolean }
    >();
    const add = (file: ReadFile, entries: Entry[], scanned: ReadonlySet<string>, whole: boolean): void => {
      const known = written.get(file.file);
      if (!known) written.set(file.file, { file, entries, scanned: new Set(scanned), whole });
      else {
        entries.forEach((entry, index) => (known.entries[index]!.isUsed ||= entry.isUsed));
        scanned.forEach((path) => known.scanned.add(path));
      }
    };
    for (const { settings, files, used } of this.seen.values()) {
      const { written: config, baseline, folder } = settings;
      if (config)
        add(
          config,
          (settings.config.suppressions ?? []).map(({ files, until }, index) => ({
            ...{ path: ['suppressions', index], files, until, isUsed: used.config.has(index) },
          })),
          files.config,
          isWhole(folder),
        );
      if (baseline)
        add(
          baseline,
          baseline.entries.map(({ path, until }, index) => ({
            ...{ path: ['findings', index], files: [`/${path}`], until, isUsed: used.baseline.has(index) },
          })),
          files.baseline,
          isWhole(folder),
        );
    }
    return [...written.values()].flatMap(({ file, entries, scanned, whole }) => {
      const findings = createFindings(
        file.text,
        entries.flatMap((entry) => problemOf(entry, file, scanned, whole, now)),
      );
      return findings.length > 0 ? [{ path: shown(file.file), findings }] : [];
    });
  }
}

function problemOf(
  { path, files, until, isUsed }: Entry,
  { read }: ReadFile,
  scanned: ReadonlySet<string>,
  whole: boolean,
  now: Date,
): Match[] {
  const isIdle = !isUsed && (whole || files?.every((glob) => isPath(glob) && scanned.has(glob.slice(1))));
  const rule = isOver(until, dayOf(now)) ? expired : isIdle ? unused : undefined;
  const segment = { role: 'prompt', trust: 'author' } as const;
  return rule ? [{ rule, severity: 'information', segment, ...read.rangeOf(path) }] : [];
}

/** Paths that suppressions beside texts name: of all others it need not be kept whether they were scanned. */
function namedBy({ config, baseline }: FolderSettings): Seen['named'] {
  const globs = (config.suppressions ?? []).flatMap(({ files }) => files ?? []);
  return {
    config: new Set(globs.filter(isPath).map((glob) => glob.slice(1))),
    baseline: new Set(baseline?.entries.map(({ path }) => path)),
  };
}

/** Whether a glob names one file, from the folder on. */
function isPath(glob: string): boolean {
  return glob.startsWith('/') && !/[*?[\\]|\/$/.test(glob);
}

/** A path as the run would name it. */
function shown(file: string): string {
  const inside = relative('.', file);
  return inside.startsWith('..') ? file : inside.split(sep).join('/');
}
