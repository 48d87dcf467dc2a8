import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';
import { documentAt } from '../../documents/openDocuments';

/** Why the cause of an alert cannot be shown; `beside` opens what is left of its input, where something is. */
export interface NoInput {
  reason: string;
  beside?: () => Thenable<unknown>;
}

/** The document whose text made an alert; otherwise why there is none. */
export async function findInput(alert: Alert): Promise<{ document: vscode.TextDocument } | NoInput> {
  const { input, text, stream } = alert;
  const beside = whereItStands(alert);
  if (stream)
    return {
      reason: vscode.l10n.t('It is about these inputs together: there is no single prompt that made it.'),
      beside,
    };
  if (input.template !== undefined)
    return {
      reason: vscode.l10n.t(
        'This input was put into the template {0}, which cannot be done again here: only what was put in can be shown, not its map.',
        input.template,
      ),
      beside,
    };
  if (text !== undefined) return { document: await vscode.workspace.openTextDocument({ content: text }) };
  if (input.uri === undefined)
    return {
      reason: vscode.l10n.t(
        'Its text stood on standard input, and the log holds none: "attnscope monitor check --with-text" keeps it there.',
      ),
    };
  const document = await documentAt(vscode.Uri.parse(input.uri));
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

/** Opens the text that the alert holds, or the line of the file that it names; `undefined` where there is neither. */
function whereItStands({ input, text }: Alert): NoInput['beside'] {
  if (text !== undefined)
    return async () =>
      vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ content: text, language: 'json' }),
      );
  const { uri, line = 1 } = input;
  if (uri === undefined) return undefined;
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  return () => vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
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
