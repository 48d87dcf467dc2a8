import * as vscode from 'vscode';
import { grammarOf, mayHoldPrompts } from '../../prompts/code/languages';
import { isPromptFile } from '../../prompts/files/isPromptFile';
import { promptLanguages, type Sign } from '../../prompts/files/promptFiles';
import { hasSign } from '../../prompts/files/signs';

/** Whether a document is a prompt by its kind or name. */
export function isPromptDocument(document: vscode.TextDocument): boolean {
  if (promptLanguages.includes(document.languageId)) return true;
  // Folders above the workspace say nothing about its files; its own name may.
  const named = isPromptFile(vscode.workspace.asRelativePath(document.uri, true));
  if (typeof named !== 'string') return named;
  return onceAVersion(document, 'hasSign', () => hasSign(lookedAt(document, named), named));
}

/** Lines that front matter, or the first row of a table, may have. */
const FIRST_LINES = 200;

/** What of a document tells. */
const lookedAt = (document: vscode.TextDocument, sign: Sign): string =>
  sign === 'fields of a prompt'
    ? document.getText()
    : document.getText(new vscode.Range(0, 0, FIRST_LINES, 0));

/** Whether a document is a program that may hold prompts. */
export function isProgramWithPrompts(document: vscode.TextDocument): boolean {
  if (grammarOf({ languageId: document.languageId }) === undefined) return false;
  return onceAVersion(document, 'mayHoldPrompts', () => mayHoldPrompts(document.getText()));
}

/** What the text of a version says. */
interface Said {
  version: number;
  hasSign?: boolean;
  mayHoldPrompts?: boolean;
}

const said = new WeakMap<vscode.TextDocument, Said>();

/** Looks at the text of a document once a version: it may be long, and several ask for it. */
function onceAVersion(
  document: vscode.TextDocument,
  what: Exclude<keyof Said, 'version'>,
  look: () => boolean,
): boolean {
  const known = said.get(document);
  const now = known?.version === document.version ? known : { version: document.version };
  said.set(document, now);
  return (now[what] ??= look());
}
