import * as vscode from 'vscode';
import { grammarOf, mayHoldPrompts } from '../../prompts/code/languages';
import { hasFrontMatter, isPromptFile } from '../../prompts/files/isPromptFile';
import { promptLanguages } from '../../prompts/files/promptFiles';

/** Whether a document is a prompt by its kind or name. */
export function isPromptDocument(document: vscode.TextDocument): boolean {
  if (promptLanguages.includes(document.languageId)) return true;
  // Folders above the workspace say nothing about its files; its own name may.
  const named = isPromptFile(vscode.workspace.asRelativePath(document.uri, true));
  return typeof named === 'string' ? hasFrontMatter(startOf(document), named) : named;
}

/** Lines that front matter may have. */
const FRONT_MATTER_LINES = 200;

/** The beginning of a document: each edit of each Markdown file asks for it. */
const startOf = (document: vscode.TextDocument): string =>
  document.getText(new vscode.Range(0, 0, FRONT_MATTER_LINES, 0));

/** Whether a document is a program that may hold prompts. */
export function isProgramWithPrompts(document: vscode.TextDocument): boolean {
  return grammarOf({ languageId: document.languageId }) !== undefined && mayHoldPrompts(document.getText());
}
