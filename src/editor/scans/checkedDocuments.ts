import * as vscode from 'vscode';
import type { Decided } from '../../protocol/borders/scanner';
import { isProgramWithPrompts, isPromptDocument } from '../documents/promptDocument';
import type { Settings } from '../settings/settings';

/** Documents that have no file yet, or are a part of one. */
const SCHEMES_WITHOUT_FILE = ['untitled', 'vscode-notebook-cell'];

/** Why a document is not checked by itself: nobody wrote it or asked for its kind, or a setting says so. */
export type Unchecked = 'not-written' | 'not-a-prompt' | 'paused' | 'excluded' | 'excluded-in-folder';

/**
 * Why a document is not checked without being asked for; nothing where it is.
 *
 * @param decided what the settings of its folder say of it, as far as that is known
 */
export function whyUnchecked(
  document: vscode.TextDocument,
  { scan }: Settings,
  decided: Decided | null | undefined,
): Unchecked | undefined {
  if (!isWritten(document.uri)) return 'not-written';
  const wanted =
    decided?.scan ||
    scan.languages.includes('*') ||
    scan.languages.includes(document.languageId) ||
    scan.include.some((pattern) => isNamedBy(pattern, document));
  if (!wanted && !isPromptDocument(document) && !isProgramWithPrompts(document)) return 'not-a-prompt';
  if (scan.paused) return 'paused';
  if (scan.exclude.some((pattern) => isNamedBy(pattern, document))) return 'excluded';
  return decided?.scan === false ? 'excluded-in-folder' : undefined;
}

/**
 * Whether a person can write a document. The other side of a comparison, whoever gives it, is a version of a file that
 * is checked itself, so that each finding comes once; output and settings in the making are nobody's.
 */
function isWritten({ scheme }: vscode.Uri): boolean {
  const { workspaceFolders = [], fs } = vscode.workspace;
  return (
    SCHEMES_WITHOUT_FILE.includes(scheme) ||
    workspaceFolders.some(({ uri }) => uri.scheme === scheme) ||
    fs.isWritableFileSystem(scheme) === true
  );
}

/** Whether a glob matches the path of a document: the whole, or that below its workspace folder. */
function isNamedBy(glob: string, document: vscode.TextDocument): boolean {
  if (vscode.languages.match({ pattern: glob }, document) > 0) return true;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) return false;
  return vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0;
}
