import { isNamedBy } from '../../config/globs';
import { below, settingsFor, settingsOnDisk, UnusableFile, type FolderSettings } from '../../config/onDisk';
import type { Decided, OnDisk, WrongSettings } from '../../protocol/borders/scanner';
import type { ScanSettings, WrittenAt } from '../../protocol/config';
import { plainText } from '../../protocol/plainText';
import { inWords } from '../../protocol/sentence';

/**
 * What is decided for a file beside it. Settings are read anew each time, since they may be edited meanwhile.
 *
 * @throws AttnscopeError `bad-input` where they cannot be used
 */
export async function settingsNear({ file, root }: OnDisk): Promise<ScanSettings | undefined> {
  const folder = await settingsOnDisk({ root }).of(file);
  return folder && { ...settingsFor(folder, file), untrustedAt: untrustedAt(folder, file) };
}

/** Where settings say of a file that it is a stranger's. */
function untrustedAt({ config, folder, written }: FolderSettings, file: string): WrittenAt | undefined {
  const { untrusted = [] } = config;
  const path = below(folder, file);
  if (!written || !isNamedBy(untrusted, path)) return undefined;
  const index = untrusted.findLastIndex((glob) => isNamedBy([glob], path));
  return { file: written.file, ...written.read.placeOf(written.read.rangeOf(['untrusted', index])) };
}

/** Longest message about a place in settings. */
const LONGEST_MESSAGE = 300;

/** Whether they include a file, whatever it is called, or exclude it; those that cannot be used decide nothing. */
export async function decidedNear({
  file,
  root,
}: OnDisk): Promise<{ decided: Decided | null; wrong?: WrongSettings }> {
  try {
    return { decided: decidedBy(await settingsOnDisk({ root }).of(file), file) };
  } catch (error) {
    return { decided: null, ...(error instanceof UnusableFile && { wrong: wrongIn(error) }) };
  }
}

function decidedBy(found: FolderSettings | undefined, file: string): Decided | null {
  if (!found?.written) return null;
  const path = below(found.folder, file);
  const { include = [], exclude = [] } = found.config;
  const by = found.written.file;
  if (isNamedBy(exclude, path)) return { scan: false, by };
  return isNamedBy(include, path) ? { scan: true, by } : null;
}

function wrongIn({ file, problems, bySchema }: UnusableFile): WrongSettings {
  const told = problems.map(({ sentences, line, column, endLine, endColumn }) => ({
    ...{ line, column, endLine, endColumn },
    message: plainText(inWords(sentences), LONGEST_MESSAGE),
  }));
  return { file, problems: told, bySchema };
}
