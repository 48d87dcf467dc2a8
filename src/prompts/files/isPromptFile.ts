import { allKinds, type PromptFileKind, type Sign } from './promptFiles';

/** The paths that globs of the table name, as the source of a regular expression, with either slash. */
export function pathPattern(globs: readonly string[]): string {
  return `(^|[\\\\/])(${globs.map((glob) => endPattern(glob.slice('**/'.length))).join('|')})$`;
}

const signs: ReadonlyMap<string, string> = new Map([
  ['/**/', '[\\\\/](.*[\\\\/])?'],
  ['/', '[\\\\/]'],
  ['*', '[^\\\\/]*'],
  ['.', '\\.'],
  ['{', '('],
  ['}', ')'],
  [',', '|'],
]);

function endPattern(glob: string): string {
  return glob.replace(/\/\*\*\/|[/*.{},]/g, (sign) => signs.get(sign)!);
}

const patternOf = (needs: PromptFileKind['needs']): RegExp =>
  new RegExp(pathPattern(allKinds.filter((kind) => kind.needs === needs).flatMap(({ globs }) => globs)), 'i');

const named = patternOf(undefined);
const bySign: readonly [Sign, RegExp][] = (
  [
    'agent front matter',
    'front matter of a subagent or command',
    'a column of prompts',
    'fields of a prompt',
  ] as const
).map((sign) => [sign, patternOf(sign)]);

/**
 * Whether a file holds a prompt by its name, or the sign that its text has to have for that (`hasSign`).
 *
 * @param path relative to its project, since folders above that say nothing about it
 */
export function isPromptFile(path: string): boolean | Sign {
  if (named.test(path)) return true;
  return bySign.find(([, pattern]) => pattern.test(path))?.[0] ?? false;
}
