import { stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../prompts/files/decodeText';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { commitOf, git, refusal } from './git';

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
  const inFolder = (args: string[]) => git(folder, args);
  await inFolder(['rev-parse', '--git-dir']).catch((error: unknown) => {
    throw refusal(error, [
      sentence('{file} is in no git repository, so it has no revisions. Name a file of a repository.', {
        file: quoted(file),
      }),
    ]);
  });
  const commit = await commitOf(folder, revision);
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

/** The folder, or the first above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const above = path.dirname(folder);
  return isThere || above === folder ? folder : nearestFolder(above);
}
