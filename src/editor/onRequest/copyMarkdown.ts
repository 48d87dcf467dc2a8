import * as vscode from 'vscode';
import { openAnalysis } from '../../protocol/analysis';
import { analysisMarkdown } from '../../report/analysisMarkdown';
import type { Analysis } from '../analysis/analysis';
import { texts } from '../translated';

/** Puts what an analysis says into the clipboard, as Markdown. */
export async function copyMarkdown({ shown }: Analysis): Promise<void> {
  await vscode.env.clipboard.writeText(analysisMarkdown(openAnalysis(shown.result), shown.title, texts()));
  vscode.window.setStatusBarMessage(vscode.l10n.t('The analysis is in the clipboard, as Markdown.'), 4000);
}
