import * as vscode from 'vscode';
import { isProgramWithPrompts, isPromptDocument } from '../documents/promptDocument';
import type { Settings } from '../settings/settings';

/** Documents that nobody writes: other sides of a comparison, output, settings in the making. */
const SCHEMES_NOT_WRITTEN = [
  'git',
  'output',
  'debug',
  'vscode',
  'comment',
  'walkThrough',
  'vscode-chat-code-block',
];

/** Why a document is not checked by itself: nobody wrote it or asked for its kind, or a setting says so. */
export type Unchecked = 'not-written' | 'not-a-prompt' | 'paused' | 'excluded';

/** Why a document is not checked without being asked for; nothing where it is. */
export function whyUnchecked(document: vscode.TextDocument, { scan }: Settings): Unchecked | undefined {
  if (SCHEMES_NOT_WRITTEN.includes(document.uri.scheme)) return 'not-written';
  const wanted =
    scan.languages.includes('*') ||
    scan.languages.includes(document.languageId) ||
    scan.include.some((pattern) => isNamedBy(pattern, document));
  if (!wanted && !isPromptDocument(document) && !isProgramWithPrompts(document)) return 'not-a-prompt';
  if (scan.paused) return 'paused';
  return scan.exclude.some((pattern) => isNamedBy(pattern, document)) ? 'excluded' : undefined;
}

/** Whether a glob matches the path of a document: the whole, or that below its workspace folder. */
function isNamedBy(glob: string, document: vscode.TextDocument): boolean {
  if (vscode.languages.match({ pattern: glob }, document) > 0) return true;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) return false;
  return vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0;
}
