import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { PromptResults } from '../../protocol/promptTests/promptResults';
import { resultsHtml, type ResultsWords } from '../../report/promptTests/resultsHtml';

/** Shows a result file as a page without a script, and again whenever it changes. */
export function showResults(
  document: vscode.TextDocument,
  { webview, onDidDispose }: vscode.WebviewPanel,
): void {
  webview.options = { enableScripts: false, localResourceRoots: [] };
  const show = (): void => {
    const nonce = randomBytes(16).toString('base64url');
    webview.html = resultsHtml(resultsIn(document.getText()), words(), vscode.env.language, nonce);
  };
  show();
  const onChange = vscode.workspace.onDidChangeTextDocument((change) => {
    if (change.document === document) show();
  });
  onDidDispose(() => onChange.dispose());
}

/** The results that a text is; nothing where it is none. */
function resultsIn(text: string): PromptResults | undefined {
  try {
    return PromptResults.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function words(): ResultsWords {
  return {
    title: vscode.l10n.t('Prompt Test Results'),
    unreadable: vscode.l10n.t('This is no file of prompt test results. Open it as text to see what it is.'),
    passed: vscode.l10n.t('Passed'),
    failed: vscode.l10n.t('Failed'),
    error: vscode.l10n.t('Not run'),
    incomplete: vscode.l10n.t('Incomplete'),
    expected: vscode.l10n.t('Expected'),
    actual: vscode.l10n.t('Measured'),
    test: vscode.l10n.t('Test'),
    line: vscode.l10n.t('Line'),
    outcome: vscode.l10n.t('Outcome'),
    tokens: vscode.l10n.t('Tokens'),
    model: vscode.l10n.t('Read by'),
  };
}
