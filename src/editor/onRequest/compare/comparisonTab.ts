import * as vscode from 'vscode';
import type { Comparison } from '../../../protocol/measured/comparison';
import type { Inference } from '../../../protocol/borders/inference';
import type { PanelState } from '../../../protocol/borders/panel';
import type { PassedShown } from '../../../protocol/borders/shown';
import { PAGE_OPTIONS, panelHtml } from '../../panel/panelHtml';
import { promptHandlers } from '../../panel/promptHandlers';
import { saveFile } from '../../panel/saveFile';
import { Session } from '../../panel/session';
import { COMPARISON_TAB } from './askedComparison';

/** One of the texts as the model read it, and the model folder or graph file that did. */
export interface ComparedText {
  model: string;
  tokenIds: readonly number[];
  shown: PassedShown;
}

/** Two texts and what changed between them. */
interface Compared {
  comparison: Comparison;
  before: ComparedText;
  after: ComparedText;
}

/** The tab that shows the last comparison; another one takes its place, as in a preview. */
let open: vscode.WebviewPanel | undefined;

/** Shows a comparison in a tab of its own, as VS Code shows differences of files; in `restored` where that is given. */
export async function showComparison(
  { comparison, before, after }: Compared,
  inference: Inference,
  extension: vscode.Uri,
  document: vscode.Uri,
  restored?: vscode.WebviewPanel,
): Promise<void> {
  open?.dispose();
  const title = vscode.l10n.t('{0} ↔ {1}', before.shown.title, after.shown.title);
  const tab = restored ?? vscode.window.createWebviewPanel(COMPARISON_TAB, title, vscode.ViewColumn.Active);
  tab.title = title;
  tab.webview.options = PAGE_OPTIONS;
  open = tab;
  tab.iconPath = vscode.Uri.joinPath(extension, 'media', 'attention.svg');
  const state: PanelState = {
    kind: 'comparison',
    comparison,
    before: { analysis: 'before', shown: before.shown },
    after: { analysis: 'after', shown: after.shown },
  };
  const texts = new Map([
    ['before', before],
    ['after', after],
  ]);
  // The page has no editor beside it, and nothing of it is asked for again.
  const none = () => ({});
  const session = new Session(
    tab.webview,
    {
      ...promptHandlers({ byId: (id) => texts.get(id) }, inference),
      ready: () => ({ locale: vscode.env.language, translations: vscode.l10n.bundle ?? {}, state }),
      save: async ({ name, bytes }) => ({ saved: await saveFile(name, bytes, document) }),
      ...{ chooseToken: none, look: none, lock: none, chooseFinding: none },
      ...{ pin: none, analyze: none, act: none, cancel: none },
    },
    () => undefined,
  );
  tab.onDidChangeViewState(() => tab.visible || session.close());
  tab.onDidDispose(() => {
    session.dispose();
    if (open === tab) open = undefined;
  });
  const page = await panelHtml(extension);
  if (open === tab) tab.webview.html = page;
}
