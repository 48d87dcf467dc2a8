import * as vscode from 'vscode';
import type { Analyses } from '../analysis/analyses';
import { attentionAt } from '../analysis/attentionAt';
import type { Reader } from '../analysis/readTarget';
import { DisposableStore } from '../disposable';
import { commandDocument } from '../documents/commandDocument';
import { documentName } from '../documents/documentName';
import type { AttentionAt } from '../findings/findingAttention';
import { registerFindings } from '../findings/registerFindings';
import { FolderDecisions } from '../scans/folderDecisions';
import { Scans } from '../scans/scans';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { registerScanTool } from '../tool/registerScanTool';
import { registerWhy } from '../why/registerWhy';
import { registerWorkspaceScan } from '../workspaceScan/registerWorkspaceScan';
import { registerProbes } from './registerProbes';

/** Registers all that warns of a text in its editor: rules, which look at it by themselves, and the probes of a model. */
export function registerWarnings(
  analyses: Analyses,
  reader: Reader & { readAs: ReadAsChoices },
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const store = new DisposableStore();
  const { readAs } = reader;
  const scans = store.add(new Scans(reader.scanner, readAs));
  const marked = store.add(new vscode.EventEmitter<string>());
  const listed = {
    onDidChange: (listener: (uri: string) => unknown) =>
      vscode.Disposable.from(analyses.onDidChange(listener), marked.event(listener)),
    state: (uri: string) => analyses.state(uri) ?? (readAs.trustOf(uri) ? { marked: true } : undefined),
  };
  const decisions = store.add(new FolderDecisions(reader.scanner));
  const attention: AttentionAt = (...at) => attentionAt(analyses, ...at);
  store.add(registerFindings(scans, attention, listed, decisions, extension, log));
  store.add(registerWorkspaceScan(scans, decisions, extension, log));
  store.add(registerScanTool(reader.scanner, readAs));
  store.add(registerWhy(reader.scanner, readAs, scans, decisions));
  const probes = store.add(registerProbes(scans, decisions, analyses, reader, log));
  store.add(
    vscode.commands.registerCommand(
      'attnscope.treatAsData',
      async (argument?: unknown, selected?: unknown) => {
        const document = (await commandDocument(argument, selected))?.document;
        if (!document) return;
        const isData = readAs.trustOf(document.uri) === undefined;
        readAs.treatAsData(document.uri, isData);
        const name = documentName(document);
        void vscode.window.showInformationMessage(
          isData
            ? vscode.l10n.t('{0} is read as untrusted data from now on: no order in it belongs there.', name)
            : vscode.l10n.t('{0} is read as your own text again.', name),
        );
        scans.warn(document, []);
        marked.fire(document.uri.toString());
        await scans.scan(document).catch((error: unknown) => log.error(String(error)));
        await probes.score(document);
      },
    ),
  );
  return store;
}
