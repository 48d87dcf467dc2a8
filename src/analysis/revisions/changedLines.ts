import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { SourceRange } from '../../protocol/prompt';
import { quoted } from '../../protocol/plainText';
import { commitOf, git, refusal } from './git';

/**
 * Lines of a file that changed, as git counts them: from 1, ended by `\n`. Of lines that only went, the one before the
 * gap, and `count` is 0. `all`: the file is new, or none that git compares by lines.
 */
export type Changed = 'all' | readonly { first: number; count: number }[];

/** What changed in a work tree since it parted from a revision. */
export interface ChangesSince {
  /** Of a file of the tree; nothing where it did not change. */
  of(file: string): Promise<Changed | undefined>;
}

/**
 * What changed since a work tree parted from a revision, what is not yet committed included.
 *
 * @param folder in the work tree
 * @throws AttnscopeError `bad-input`: no git, no repository, no such revision, or none that has to do with this one
 */
export async function changesSince(folder: string, revision: string): Promise<ChangesSince> {
  const named = await git(folder, ['rev-parse', '--show-toplevel']).catch((error: unknown) => {
    throw refusal(error, `${quoted(folder)} is in no git repository, so nothing is known of changes.`);
  });
  const top = await realpath(named.toString('utf8').replace(/\r?\n$/, ''));
  const commit = await commitOf(top, revision);
  const base = await git(top, ['merge-base', commit, 'HEAD']).catch((error: unknown) => {
    throw refusal(
      error,
      `Nothing is known of where ${quoted(revision)} and this revision part. Fetch the whole history, as "git fetch --unshallow" does.`,
    );
  });
  const from = base.toString('utf8').trim();
  const listed = async (args: string[]) =>
    new Set((await git(top, args)).toString('utf8').split('\0').filter(Boolean));
  const diff = [
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--ignore-submodules',
  ];
  const changed = await listed([...diff, '--name-only', '-z', from, '--']);
  const tracked = await listed(['ls-files', '-z']);
  return {
    async of(file) {
      const whole = path.join(await realpath(path.dirname(file)), path.basename(file));
      const inside = path.relative(top, whole).split(path.sep).join('/');
      if (!tracked.has(inside)) return 'all';
      if (!changed.has(inside)) return undefined;
      const shown = await git(top, ['--literal-pathspecs', ...diff, '--unified=0', from, '--', inside]);
      return linesIn(shown.toString('latin1'));
    },
  };
}

/** The lines that the heads of a comparison name; lines of the file itself begin with another sign. */
function linesIn(diff: string): Changed {
  if (/^Binary files /m.test(diff)) return 'all';
  return [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, first, count]) => ({
    first: Number(first),
    count: Number(count ?? 1),
  }));
}

/** Whether a place of a text stands on lines that changed, or over a gap in which lines were. */
export function isChanged(text: string, changed: Changed): (place: SourceRange) => boolean {
  if (changed === 'all') return () => true;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? text.length;
  const ranges = changed.map(({ first, count }) =>
    count === 0
      ? { start: startOf(first + 1), end: startOf(first + 1) }
      : { start: startOf(first), end: startOf(first + count) },
  );
  return (place) => ranges.some(({ start, end }) => place.start < Math.max(end, start) && start < place.end);
}
