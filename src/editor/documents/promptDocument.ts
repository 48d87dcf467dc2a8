import * as vscode from 'vscode';
import { promptFileGlobs, promptLanguages } from '../../prompts/promptFiles';

/** Whether a document is a prompt by its kind or name. */
export function isPromptDocument(document: vscode.TextDocument): boolean {
  return (
    promptLanguages.includes(document.languageId) ||
    promptFileGlobs.some((pattern) => vscode.languages.match({ pattern }, document) > 0)
  );
}
