import { promptFileKinds, type PromptFileKind } from './promptFiles';

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
  new RegExp(
    pathPattern(promptFileKinds.filter((kind) => kind.needs === needs).flatMap(({ globs }) => globs)),
    'i',
  );

const named = patternOf(undefined);
const withFrontMatter = patternOf('agent front matter');

/**
 * Whether a file holds a prompt by its name. `if-agent`: where it begins as `isAgent` says.
 *
 * @param path relative to its project, since folders above that say nothing about it
 */
export function isPromptFile(path: string): boolean | 'if-agent' {
  if (named.test(path)) return true;
  return withFrontMatter.test(path) ? 'if-agent' : false;
}

/** How much of a file may be front matter; UTF-16 code units. */
export const FRONT_MATTER_LENGTH = 8192;

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm;
/** Fields that only agents have. */
const OF_AGENTS = ['tools', 'disallowedTools', 'model', 'permissionMode', 'mode', 'color'];

/**
 * Whether a text begins with the front matter of an agent: it says when to call it and has a name as agents have it
 * (`code-reviewer`), or a field that only agents have. A page about a person has a name and a description too.
 */
export function isAgent(start: string): boolean {
  const [, front] = FRONT_MATTER.exec(start.slice(0, FRONT_MATTER_LENGTH)) ?? [];
  if (front === undefined) return false;
  const fields = new Map([...front.matchAll(FIELD)].map(([, name, value]) => [name!, value!]));
  if (!fields.has('description')) return false;
  return (
    OF_AGENTS.some((name) => fields.has(name)) ||
    /^["']?[a-z\d]+(?:-[a-z\d]+)+["']?$/.test(fields.get('name') ?? '')
  );
}
