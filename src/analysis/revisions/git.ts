import { execFile } from 'node:child_process';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence, type Sentence } from '../../protocol/sentence';

/** Most that git may answer, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Asks git; each argument reaches it as one of its own, never a shell. */
export function git(folder: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...args],
      { cwd: folder, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
}

/**
 * The commit that a revision names.
 *
 * @throws AttnscopeError `bad-input` where there is none
 */
export async function commitOf(folder: string, revision: string): Promise<string> {
  refuseRevision(revision);
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const named = await git(folder, args).catch((error: unknown) => {
    throw refusal(error, [
      sentence('The repository has no revision {revision}. Give a commit, a branch or a tag.', {
        revision: quoted(revision),
      }),
    ]);
  });
  return named.toString('utf8').trim();
}

/** @throws AttnscopeError `bad-input` for what could be an option of git, or holds what no name of a revision does. */
export function refuseRevision(revision: string): void {
  if (revision !== '' && !revision.startsWith('-') && !/\p{C}/u.test(revision)) return;
  throw new AttnscopeError('bad-input', [
    sentence('{revision} is no git revision. Give a commit, a branch or a tag, such as HEAD~1.', {
      revision: quoted(revision),
    }),
  ]);
}

/** What to tell of a git that failed: that there is none, or what else it means here. */
export function refusal(error: unknown, meant: string | Sentence[]): AttnscopeError {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const told = [
    sentence('git cannot be started, and revisions are read by it. Install git, or put it on the PATH.'),
  ];
  return new AttnscopeError('bad-input', isMissing ? told : meant, { cause: error });
}
