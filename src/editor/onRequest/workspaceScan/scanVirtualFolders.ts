import * as vscode from 'vscode';
import { LONE_HIDDEN } from '../../../detection/rules/rule';
import { decodeText } from '../../../prompts/files/decodeText';
import { isPromptFile } from '../../../prompts/files/isPromptFile';
import { hasSign } from '../../../prompts/files/signs';
import type { FoldersScan } from '../../../protocol/borders/scanner';
import { cancelled, toWireError } from '../../../protocol/errors';
import type { Finding } from '../../../protocol/finding';
import { quoted } from '../../../protocol/plainText';
import { beforeLimit } from '../../scanner/beforeLimit';
import type { ScannerThread } from '../../scanner/scannerThread';
import { readSettings } from '../../settings/readSettings';

/** How far a scan has come, and what was found since it was told last. */
export interface Told {
  files: number;
  read: number;
  found: readonly { uri: vscode.Uri; findings: readonly Finding[] }[];
}

/** A file by its name, and whether it is a prompt by how it begins, where its name does not say so. */
interface Candidate {
  uri: vscode.Uri;
  isPrompt: (text: string) => boolean;
}

/**
 * Scans the prompt files of folders that are on no disk, as of a repository that was opened without a copy of it. They
 * are read through VS Code, one by one, so only those are that their names speak for.
 *
 * @throws AttnscopeError `cancelled` where it was aborted, `crashed` where the thread failed
 */
export async function scanVirtualFolders(
  folders: readonly vscode.Uri[],
  thread: Pick<ScannerThread, 'request'>,
  tell: (now: Told) => void,
  signal: AbortSignal,
): Promise<FoldersScan> {
  const result: FoldersScan = { read: 0, cut: 0, unread: [] };
  const listed: Candidate[] = [];
  for (const folder of folders) await list(folder, listed, result.unread, signal);
  let files = listed.length;
  tell({ files, read: 0, found: [] });
  for (const { uri, isPrompt } of listed) {
    if (signal.aborted) throw cancelled();
    const text = await textOf(uri, result.unread);
    if (text === undefined || !isPrompt(text)) {
      if (text !== undefined) files -= 1;
      continue;
    }
    const { maxLength, untrustedSeverity } = readSettings(uri).scan;
    const checked = beforeLimit(text, maxLength);
    if (checked.length < text.length) result.cut += 1;
    const source = { text: checked, path: uri.path, untrusted: untrustedSeverity };
    const { findings } = await thread.request('scan', source);
    result.read += 1;
    tell({
      files,
      read: result.read,
      found: [{ uri, findings: findings.filter(({ rule }) => rule !== LONE_HIDDEN) }],
    });
  }
  return result;
}

/** The files below a folder that may be prompts; links to folders are not followed. */
async function list(
  folder: vscode.Uri,
  listed: Candidate[],
  unread: FoldersScan['unread'],
  signal: AbortSignal,
): Promise<void> {
  const waiting = [folder];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (signal.aborted) throw cancelled();
    const inside = at;
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(at)).catch((error: unknown) => {
      unread.push(notRead(inside, error));
      return [];
    });
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(at, name);
      if (type === vscode.FileType.Directory) {
        if (name !== 'node_modules' && name !== '.git') waiting.push(uri);
      } else if (type & vscode.FileType.File) {
        const isPrompt = promptBy(uri, folder);
        if (isPrompt) listed.push({ uri, isPrompt });
      }
    }
  }
}

/** What tells whether a file is a prompt; nothing where it is none, or a setting leaves it out. */
function promptBy(uri: vscode.Uri, folder: vscode.Uri): Candidate['isPrompt'] | undefined {
  const { include, exclude } = readSettings(uri).scan;
  const isNamed = (glob: string): boolean =>
    vscode.languages.match(
      { pattern: new vscode.RelativePattern(folder, glob) },
      // The path alone is looked at.
      { uri, languageId: '' } as vscode.TextDocument,
    ) > 0;
  if (exclude.some(isNamed)) return undefined;
  const named = include.some(isNamed) || isPromptFile(vscode.workspace.asRelativePath(uri, true));
  if (typeof named === 'boolean') return named ? () => true : undefined;
  // Each file of the other kinds would have to be fetched.
  return named === 'agent front matter' ? (text) => hasSign(text, named) : undefined;
}

async function textOf(uri: vscode.Uri, unread: FoldersScan['unread']): Promise<string | undefined> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    unread.push(notRead(uri, error));
    return undefined;
  }
}

function notRead({ path }: vscode.Uri, error: unknown): FoldersScan['unread'][number] {
  return { path, error: `${quoted(path)} cannot be read: ${toWireError(error).message}` };
}
