import type { Rule } from '../detection/rules/rule';
import type { BaselineEntry, ScanSettings } from '../protocol/config';
import { fromBaseline, fromConfig } from '../suppressions/beside';
import type { Suppression } from '../suppressions/suppression';
import { isNamedBy } from './globs';
import { compileUserRule } from './userRules';

/** The suppressions that settings and baseline hold for a file. */
export function suppressionsBeside({ config, path, baseline }: ScanSettings): Suppression[] {
  const written = (config.suppressions ?? []).flatMap((entry, index) =>
    entry.files === undefined || isNamedBy(entry.files, path) ? [{ ...fromConfig(entry), index }] : [],
  );
  return [...written, ...baseline.map((entry) => ({ ...fromBaseline(entry), index: entry.index }))];
}

type Known = ScanSettings['baseline'];

/** The entries of a baseline that name a file, with their places among all; looked up by its path below the baseline. */
export function baselineOf(entries: readonly BaselineEntry[]): (path: string) => Known {
  const byPath = new Map<string, Known>();
  for (const [index, entry] of entries.entries()) {
    const same = byPath.get(entry.path);
    if (same) same.push({ ...entry, index });
    else byPath.set(entry.path, [{ ...entry, index }]);
  }
  const globs = [...byPath.keys()].filter((path) => /[*?[]/.test(path)).map((path) => [path]);
  // A path names itself, whatever signs it has.
  return (path) => [
    ...(byPath.get(path) ?? []),
    ...globs
      .filter(([glob]) => glob !== path)
      .flatMap((glob) => (isNamedBy(glob, path) ? byPath.get(glob[0]!)! : [])),
  ];
}

/** Rules of the settings last asked for: the same are asked for with each text. */
let made: { of: string; rules: readonly Rule[] } = { of: '[]', rules: [] };

/** The rules of a workspace's own, ready to be looked for. */
export function ownRules({ config }: ScanSettings): readonly Rule[] {
  const of = JSON.stringify(config.userRules ?? []);
  if (made.of !== of) made = { of, rules: (config.userRules ?? []).map(compileUserRule) };
  return made.rules;
}
