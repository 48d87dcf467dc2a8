import * as vscode from 'vscode';
import type { WireError } from '../protocol/errors';
import { inWords } from '../protocol/sentence';

/** An error as the person is told of it: in the language of VS Code, where its sentences are translated. */
export function translated(error: WireError): WireError {
  const { code, message, sentences } = error;
  return { code, message: sentences ? inWords(sentences, vscode.l10n.bundle) : message };
}
