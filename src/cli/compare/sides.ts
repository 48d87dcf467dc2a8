import { basename } from 'node:path';
import { fileAtRevision } from '../../analysis/revisions/fileAtRevision';
import type { Source } from '../../protocol/document';
import { AttnscopeError } from '../../protocol/errors';
import { settledSource, withSettings } from '../settledSource';

/** One of the prompts that are compared. */
export interface Side {
  title: string;
  source: Source;
}

/**
 * The two prompts that the arguments name: two files, or one file at a revision and as it is on the disk, or at two
 * revisions.
 *
 * @throws AttnscopeError `bad-input` where they name no two prompts, or one cannot be read.
 */
export async function readSides(
  files: readonly string[],
  revisions: readonly string[],
): Promise<[Side, Side]> {
  const [one, other] = files;
  if (revisions.length === 0) {
    if (one === undefined || other === undefined || (one === '-' && other === '-'))
      throw new AttnscopeError(
        'bad-input',
        'Name two prompt files, one of which may be - for standard input; or one file and --git REVISION.',
      );
    const titles = basename(one) === basename(other) ? [one, other] : [basename(one), basename(other)];
    return [await readSide(one, titles[0]!), await readSide(other, titles[1]!)];
  }
  if (one === undefined || other !== undefined || one === '-' || revisions.length > 2)
    throw new AttnscopeError(
      'bad-input',
      'With --git name one file, and one or two revisions: that of before, and that of after where it is not the file as it is now.',
    );
  const [before, after] = revisions;
  return [
    await atRevision(one, before!),
    after === undefined ? await readSide(one, basename(one)) : await atRevision(one, after),
  ];
}

async function readSide(file: string, name: string): Promise<Side> {
  const source = await settledSource(file);
  return { title: file === '-' ? 'standard input' : name, source };
}

async function atRevision(file: string, revision: string): Promise<Side> {
  const text = await fileAtRevision(file, revision);
  return { title: `${basename(file)} (${revision})`, source: await withSettings({ text, path: file }) };
}
