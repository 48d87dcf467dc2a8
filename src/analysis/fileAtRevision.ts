import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../prompts/files/decodeText';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/** Largest file that is taken out of a repository, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The text of a file as a commit has it. Names of files and revisions reach git as arguments of their own, never a shell,
 * and no revision can be an option.
 *
 * @param file in a work tree; it need not be there any more
 * @throws AttnscopeError `bad-input`: no git, no repository, no such revision, or no such file in it.
 */
export async function fileAtRevision(file: string, revision: string): Promise<string> {
  const whole = path.resolve(file);
  const folder = await nearestFolder(path.dirname(whole));
  refuseRevision(revision);
  const inFolder = (args: string[]) => git(folder, args);
  await inFolder(['rev-parse', '--git-dir']).catch((error: unknown) => {
    throw refusal(error, [
      sentence('{file} is in no git repository, so it has no revisions. Name a file of a repository.', {
        file: quoted(file),
      }),
    ]);
  });
  const named = await inFolder([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]).catch((error: unknown) => {
    throw refusal(error, [
      sentence('The repository has no revision {revision}. Give a commit, a branch or a tag.', {
        revision: quoted(revision),
      }),
    ]);
  });
  const commit = named.toString('utf8').trim();
  const place = path.relative(folder, whole).replaceAll(path.sep, '/');
  const bytes = await inFolder(['cat-file', 'blob', `${commit}:./${place}`]).catch((error: unknown) => {
    throw refusal(error, [
      sentence(
        'Revision {revision} has no file {file}. Name a revision in which it was there by this name.',
        {
          revision: quoted(revision),
          file: quoted(file),
        },
      ),
    ]);
  });
  return decodeText(bytes);
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
function refusal(error: unknown, meant: ConstructorParameters<typeof AttnscopeError>[1]): AttnscopeError {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const told = [
    sentence('git cannot be started, and revisions are read by it. Install git, or put it on the PATH.'),
  ];
  return new AttnscopeError('bad-input', isMissing ? told : meant, { cause: error });
}

function git(folder: string, args: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      args,
      { cwd: folder, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
}

/** The folder, or the first above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const above = path.dirname(folder);
  return isThere || above === folder ? folder : nearestFolder(above);
}
