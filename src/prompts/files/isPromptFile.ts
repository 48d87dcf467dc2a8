import { allKinds, type FrontMatter, type PromptFileKind } from './promptFiles';

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
const byFrontMatter: readonly [FrontMatter, RegExp][] = (
  ['agent front matter', 'front matter of a subagent or command'] as const
).map((needs) => [needs, patternOf(needs)]);

/**
 * Whether a file holds a prompt by its name, or what it has to begin with for that (`hasFrontMatter`).
 *
 * @param path relative to its project, since folders above that say nothing about it
 */
export function isPromptFile(path: string): boolean | FrontMatter {
  if (named.test(path)) return true;
  return byFrontMatter.find(([, pattern]) => pattern.test(path))?.[0] ?? false;
}

/** How much of a file may be front matter; UTF-16 code units. */
export const FRONT_MATTER_LENGTH = 8192;

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm;
/** Fields that only agents have. */
const OF_AGENTS = ['tools', 'disallowedTools', 'model', 'permissionMode', 'mode', 'color'];

/** A name as agents and commands have it: `code-reviewer`. */
const NAME = /^["']?[a-z\d]+(?:-[a-z\d]+)+["']?$/;

/**
 * Whether a text begins with front matter of a kind. An agent says when to call it and has a name as agents have it,
 * or a field that only agents have: a page about a person has a name and a description too. Outside their folders, where
 * files of all kinds are, a subagent has a name and tools, and a command tells what it may use or takes.
 */
export function hasFrontMatter(start: string, kind: FrontMatter): boolean {
  const fields = frontMatterOf(start);
  if (!fields?.has('description')) return false;
  const isNamed = NAME.test(fields.get('name') ?? '');
  if (kind === 'agent front matter') return isNamed || OF_AGENTS.some((name) => fields.has(name));
  return (
    (isNamed && (fields.has('tools') || fields.has('disallowedTools') || fields.has('permissionMode'))) ||
    fields.has('allowed-tools') ||
    fields.has('argument-hint')
  );
}

function frontMatterOf(start: string): ReadonlyMap<string, string> | undefined {
  if (!/^\ufeff?---/.test(start)) return undefined;
  const [, front] = FRONT_MATTER.exec(start.slice(0, FRONT_MATTER_LENGTH)) ?? [];
  return front === undefined
    ? undefined
    : new Map([...front.matchAll(FIELD)].map(([, name, value]) => [name!, value!]));
}
