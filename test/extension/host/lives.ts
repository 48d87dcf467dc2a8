import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Analyses } from '../../../src/editor/analysis/analyses';
import { Analyzer } from '../../../src/editor/analysis/analyzer';
import { followDocuments } from '../../../src/editor/analysis/followDocuments';
import { followEdits } from '../../../src/editor/analysis/followEdits';
import type { ModelProcess } from '../../../src/editor/model/modelProcess';
import { ReadAsChoices } from '../../../src/editor/settings/readAsChoices';
import { wholeDocument } from '../../../src/editor/analysis/target';
import { Scans } from '../../../src/editor/scans/scans';
import type { Scanner } from '../../../src/editor/scanner/scanner';
import { fakeMemento, quickScanner, READ } from '../../unit/editor/analysis/fakeModel';
import { eventually, type HostTests } from './hostTests';

/** Answers any analysis at once. */
const quickModel = { request: async () => READ } as unknown as ModelProcess;

const open = (content: string): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ content, language: 'plaintext' });

async function edit({ uri }: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(change));
}

/** The analyses of a window, as the extension sets them up. */
function setUp(inference: ModelProcess, scanner: Scanner) {
  const analyses = new Analyses();
  const readAs = new ReadAsChoices(fakeMemento());
  const reader = { inference, scanner, readAs, bundledModel: '/model', toolVersion: '0' };
  const analyzer = new Analyzer(analyses, reader);
  const parts = [analyses, analyzer, followEdits(analyses), followDocuments(analyses, analyzer, readAs)];
  return { analyses, analyzer, dispose: () => parts.forEach((part) => part.dispose()) };
}

/** Whether an analysed text is marked as edited since. */
function isMarked(analyses: Analyses, { uri }: vscode.TextDocument): boolean {
  const state = analyses.state(uri.toString());
  assert.equal(state?.kind, 'result');
  return state.analysis.place.changed;
}

export const lives: HostTests = {
  'an analysis that is cancelled while its text is scanned ends at once': async () => {
    let reads = false;
    const never = {
      read: (_: unknown, signal: AbortSignal) => {
        reads = true;
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        );
      },
    } as unknown as Scanner;
    const { analyses, analyzer, dispose } = setUp(quickModel, never);
    const ended = analyzer.analyze(wholeDocument(await open('Be kind.')));
    await eventually(
      () => reads,
      () => 'nothing is read',
    );
    analyzer.cancel();
    assert.deepEqual(await ended, { kind: 'cancelled' });
    assert.equal(analyses.running, undefined);
    dispose();
  },

  'an edit of one document does not keep another from being known as taken back': async () => {
    const { analyses, analyzer, dispose } = setUp(quickModel, quickScanner());
    const [a, b] = [await open('Be kind to all.'), await open('Be brief.')];
    for (const document of [a, b]) {
      assert.equal((await analyzer.analyze(wholeDocument(document))).kind, 'result');
    }
    await edit(a, new vscode.Range(0, 3, 0, 7), 'good');
    assert.equal(isMarked(analyses, a), true);
    await edit(a, new vscode.Range(0, 3, 0, 7), 'kind');
    await edit(b, new vscode.Range(0, 0, 0, 0), 'x');
    await eventually(
      () => !isMarked(analyses, a),
      () => 'the text that stands as it stood is marked as edited',
    );
    assert.equal(isMarked(analyses, b), true);
    dispose();
  },

  'an untitled document takes its analysis along when it is saved': async () => {
    const { analyses, analyzer, dispose } = setUp(quickModel, quickScanner());
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'saved.prompt.md');
    const untitled = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    await vscode.window.showTextDocument(untitled);
    await edit(untitled, new vscode.Range(0, 0, 0, 0), 'Be kind to all.');
    assert.equal((await analyzer.analyze(wholeDocument(untitled))).kind, 'result');
    assert.ok(await untitled.save());
    await eventually(
      () => analyses.state(file.toString())?.kind === 'result',
      () =>
        'the file that was saved has no analysis' +
        JSON.stringify([
          untitled.isClosed,
          analyses.state(untitled.uri.toString())?.kind,
          vscode.workspace.textDocuments.map((d) => [d.uri.toString(), d.getText().slice(0, 20)]),
        ]),
    );
    assert.equal(analyses.state(untitled.uri.toString()), undefined);
    dispose();
  },

  'an analysis goes on when the preview that it was asked for in gives way to another file': async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const holding = {
      request: async (...request: Parameters<ModelProcess['request']>) => {
        await held;
        return quickModel.request(...request);
      },
    } as unknown as ModelProcess;
    const { analyses, analyzer, dispose } = setUp(holding, quickScanner());
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'preview.prompt.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Be kind.'));
    // As a click in the explorer does; what an extension opens stays open for minutes.
    const preview = async (file: vscode.Uri) =>
      vscode.commands.executeCommand('vscode.open', file, { preview: true });
    await preview(uri);
    const { document } = vscode.window.activeTextEditor!;
    const ended = analyzer.analyze(wholeDocument(document));
    await preview(vscode.Uri.joinPath(uri, '../notes.md'));
    await eventually(
      () => document.isClosed,
      () => 'the document is still open',
    );
    answer();
    assert.equal((await ended).kind, 'result');
    await preview(uri);
    assert.equal(isMarked(analyses, vscode.window.activeTextEditor!.document), false);
    dispose();
  },

  'a scan that fails leaves nothing that looks clean, until one succeeds': async () => {
    const document = await open('Be kind.');
    let fails = false;
    const scanner = {
      scan: async () => {
        if (fails) throw new Error('It took too long. Lower the limit.');
        return { findings: [], hidden: [], unseen: [] };
      },
    } as unknown as Scanner;
    const scans = new Scans(scanner);
    const told: (string | undefined)[] = [];
    scans.onDidChange(() => told.push(scans.failure(document)));
    await scans.scan(document);
    fails = true;
    await assert.rejects(scans.scan(document));
    assert.equal(scans.current(document), undefined);
    fails = false;
    await scans.scan(document);
    assert.deepEqual(scans.current(document)?.findings, []);
    assert.deepEqual(told, [undefined, 'It took too long. Lower the limit.', undefined]);
    scans.dispose();
  },

  'a scan of a document ends the one before, which is then no failure': async () => {
    const document = await open('Be kind.');
    const signals: AbortSignal[] = [];
    const scanner = {
      scan: (_: unknown, signal: AbortSignal) => {
        signals.push(signal);
        if (signals.length > 1) return Promise.resolve({ findings: [], hidden: [], unseen: [] });
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        );
      },
    } as unknown as Scanner;
    const scans = new Scans(scanner);
    const [first, second] = await Promise.all([scans.scan(document), scans.scan(document)]);
    assert.equal(first, undefined);
    assert.equal(second?.version, document.version);
    assert.equal(scans.failure(document), undefined);
    scans.dispose();
  },
};
