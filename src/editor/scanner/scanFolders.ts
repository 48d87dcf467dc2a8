import { scanFile } from '../../analysis/scanFile';
import { asSettingsSay } from '../../config/asSettingsSay';
import { isNamedBy } from '../../config/globs';
import { settingsOnDisk } from '../../config/onDisk';
import { listFiles } from '../../files/listFiles';
import type { FileKind } from '../../files/listing';
import { prompts } from '../../files/prompts';
import { readSource } from '../../files/readInput';
import type { FoldersProgress, FoldersScan, ScanFolder } from '../../protocol/borders/scanner';
import { beforeLimit } from './beforeLimit';
import { settingsNear } from './settingsNear';

/** Time in ms between two words on how far it has come. */
const TELL_MS = 100;

/** Prompts by their names and by the settings of their folders; a workspace may well hold none. */
function promptsIn({ path }: ScanFolder): FileKind {
  const settings = settingsOnDisk({ root: path });
  // Settings that cannot be used are told of with each file that they are for.
  const usable = { of: (file: string) => settings.of(file).catch(() => undefined) };
  return { ...prompts, isOne: asSettingsSay(usable, prompts.isOne!), none: () => '' };
}

/** Scans the prompt files of folders one after the other, and tells what is found while it goes on. */
export async function scanFolders(
  folders: readonly ScanFolder[],
  tell: (progress: FoldersProgress) => void,
): Promise<FoldersScan> {
  const result: FoldersScan = { read: 0, cut: 0, unread: [] };
  const listed: { path: string; folder: ScanFolder }[] = [];
  for (const folder of folders) {
    const { files, errors } = await listFiles([folder.path], promptsIn(folder), folder);
    listed.push(...files.map((path) => ({ path, folder })));
    result.unread.push(...errors.filter(({ error }) => error !== ''));
  }
  let found: FoldersProgress['found'] = [];
  let toldAt = 0;
  const say = (): void => {
    toldAt = Date.now();
    tell({ files: listed.length, read: result.read, found });
    found = [];
  };
  say();
  for (const { path, folder } of listed) {
    // The setting of the editor may include what the settings of its folder exclude.
    let isLeftOut = false;
    const scanned = await scanFile(path, async () => {
      const settings = await settingsNear({ file: path, root: folder.path });
      isLeftOut = settings !== undefined && isNamedBy(settings.config.exclude ?? [], settings.path);
      const source = isLeftOut ? { text: '' } : await readSource(path);
      const text = beforeLimit(source.text, folder.maxLength);
      if (text.length < source.text.length) result.cut += 1;
      return { ...source, text, settings, untrusted: folder.untrusted };
    });
    if ('error' in scanned) result.unread.push(scanned);
    else {
      if (scanned.findings.length > 0) found.push({ path, findings: scanned.findings });
      if (!isLeftOut) result.read += 1;
    }
    if (Date.now() - toldAt > TELL_MS) say();
  }
  say();
  return result;
}
