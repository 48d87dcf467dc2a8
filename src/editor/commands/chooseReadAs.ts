import * as vscode from 'vscode';
import type { ReadAs } from '../../protocol/prompt';
import { documentName } from '../documents/documentName';
import type { ReadAsChoices } from '../settings/readAsChoices';

/** Asks how the text of a document is to be read, and keeps the answer for its file; `false` where the person declined. */
export async function chooseReadAs(readAs: ReadAsChoices, document: vscode.TextDocument): Promise<boolean> {
  const now = readAs.of(document.uri);
  const items = ways().map((way) => ({
    ...way,
    ...(way.as === now ? { description: vscode.l10n.t('as now') } : {}),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Read {0} as…', documentName(document)),
    placeHolder: vscode.l10n.t('Kept for this file. A text written as a chat is read as its messages.'),
    matchOnDetail: true,
  });
  if (!chosen) return false;
  readAs.choose(document.uri, chosen.as);
  return true;
}

function ways(): { as: ReadAs; label: string; detail: string }[] {
  return [
    {
      as: 'user',
      label: vscode.l10n.t('A message of the user'),
      detail: vscode.l10n.t('By the chat template of the model; the last token is where the answer begins.'),
    },
    {
      as: 'system',
      label: vscode.l10n.t('The system message'),
      detail: vscode.l10n.t('By the chat template of the model, as its instructions.'),
    },
    {
      as: 'raw',
      label: vscode.l10n.t('Raw text'),
      detail: vscode.l10n.t('As it stands, without the chat template, as a text to be continued.'),
    },
  ];
}
