import ignore from 'ignore';

/**
 * Whether globs name a path, as lines of a `.gitignore` do: relative to the folder of the settings, with slashes. One
 * without a slash names files in every folder; one that begins with `!` takes back.
 */
export function isNamedBy(globs: readonly string[], path: string): boolean {
  return ignore.isPathValid(path) && matcherOf(globs).ignores(path);
}

/** A path as a glob that names it alone; a `?`, which the notation cannot escape, stands for any character. */
export function asGlob(path: string): string {
  return `/${path.replace(/[\\*[\]!#]/g, '\\$&').replace(/ $/, '\\ ')}`;
}

/** Settings name the same globs for every file. */
const matchers = new WeakMap<readonly string[], ReturnType<typeof ignore>>();

function matcherOf(globs: readonly string[]): ReturnType<typeof ignore> {
  const known = matchers.get(globs) ?? ignore({ ignorecase: false }).add([...globs]);
  matchers.set(globs, known);
  return known;
}
