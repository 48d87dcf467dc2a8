import * as vscode from 'vscode';
import { commandsOnRequest } from '../commands/registerCommand';
import { DisposableStore } from '../disposable';
import { SUPPRESS, type SuppressionAsked } from '../findings/suppressions';
import type { Scanner } from '../scanner/scanner';
import type { FolderDecisions } from '../scans/folderDecisions';
import type { Scans } from '../scans/scans';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { WHY, WHY_SCHEME, type WhyAsked } from './whyPages';

/** Registers the command, and the pages that it opens; they are written by a program of its own. */
export function registerWhy(
  scanner: Scanner,
  readAs: ReadAsChoices,
  scans: Scans,
  decisions: FolderDecisions,
): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
  store.add(
    vscode.workspace.registerTextDocumentContentProvider(WHY_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const { notScanned, whyPage } = await import('../onRequest/onRequest');
        const unscanned = (document: vscode.TextDocument) => notScanned(document, scans, decisions);
        return whyPage(scanner, readAs, unscanned, JSON.parse(query) as WhyAsked);
      },
    }),
  );
  const command = commandsOnRequest(store);
  command(WHY, ({ showWhy }, uri, range) => showWhy(uri, range, (page) => changed.fire(page)));
  command(SUPPRESS, ({ suppressFinding }, asked) => suppressFinding(scanner, asked as SuppressionAsked));
  return store;
}
