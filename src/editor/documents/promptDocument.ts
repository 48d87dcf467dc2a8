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
  return typeof named === 'string' ? hasSign(lookedAt(document, named), named) : named;
}

/** Lines that front matter, or the first row of a table, may have. */
const FIRST_LINES = 200;

/** What of a document tells: each edit of each Markdown file asks for it. */
const lookedAt = (document: vscode.TextDocument, sign: Sign): string =>
  sign === 'fields of a prompt'
    ? document.getText()
    : document.getText(new vscode.Range(0, 0, FIRST_LINES, 0));

/** Whether a document is a program that may hold prompts. */
export function isProgramWithPrompts(document: vscode.TextDocument): boolean {
  return grammarOf({ languageId: document.languageId }) !== undefined && mayHoldPrompts(document.getText());
}
