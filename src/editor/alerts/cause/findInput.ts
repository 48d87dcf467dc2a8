import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';
import { documentAt } from '../../documents/openDocuments';

/** The document whose text made an alert; otherwise why there is none any more. */
export async function findInput({
  input,
  text,
}: Alert): Promise<{ document: vscode.TextDocument } | { reason: string }> {
  if (input.template !== undefined)
    return {
      reason: vscode.l10n.t(
        'This input was put into the template {0}, which cannot be done again here: open the template with the input in its place.',
        input.template,
      ),
    };
  if (text !== undefined) return { document: await vscode.workspace.openTextDocument({ content: text }) };
  const document = input.uri === undefined ? undefined : await documentAt(vscode.Uri.parse(input.uri));
  if (!document)
    return {
      reason: vscode.l10n.t('The text of this alert is nowhere to be found: alerts hold none of it.'),
    };
  const own = input.line === undefined ? document.getText() : textOfLine(document, input.line);
  if (own === undefined || createHash('sha256').update(own).digest('hex') !== input.sha256)
    return {
      reason: vscode.l10n.t('The text has changed since the alert: what made it can no longer be shown.'),
    };
  if (input.line === undefined) return { document };
  return { document: await vscode.workspace.openTextDocument({ content: own }) };
}

/** The text in a line of a file of inputs, `{"text": …}`. */
function textOfLine(document: vscode.TextDocument, line: number): string | undefined {
  if (line > document.lineCount) return undefined;
  try {
    const { text } = JSON.parse(document.lineAt(line - 1).text) as { text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
