import * as vscode from 'vscode';
import type { Analyses } from '../analysis/analyses';
import type { Analysis } from '../analysis/analysis';
import { placedIn } from '../analysis/analysisState';
import { placeName } from '../analysis/target';
import { documentAt } from '../documents/openDocuments';
import { inDigits } from '../translated';

/** Asks for one of the analyses that are kept; `shown`: the one in the panel. */
export async function chooseAnalysis(
  analyses: Analyses,
  shown: string | undefined,
): Promise<Analysis | undefined> {
  const { all } = analyses;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Analyze a prompt first: no analysis is kept yet.'),
    );
    return undefined;
  }
  const items = await Promise.all(all.map((analysis) => itemOf(analysis, shown)));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Analyses of this window'),
    placeHolder: vscode.l10n.t('Choose the one to show in the panel'),
    matchOnDescription: true,
  });
  return chosen?.analysis;
}

async function itemOf(analysis: Analysis, shown: string | undefined) {
  const document = await documentAt(analysis.uri);
  const { place } = placedIn(document?.getText(), analysis);
  const time = new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(analysis.at);
  const { title, result } = analysis.shown;
  const description = [
    time,
    ...(analysis.id === shown ? [vscode.l10n.t('shown now')] : []),
    ...(place.changed ? [vscode.l10n.t('the text was edited since')] : []),
  ].join(' · ');
  return {
    analysis,
    label: document ? placeName(document, place) : title,
    description,
    detail: `${result.model.name} · ${tokensRead(result.tokens.length)}`,
  };
}

const tokensRead = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 token') : vscode.l10n.t('{0} tokens', inDigits(count));
