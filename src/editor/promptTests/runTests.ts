import * as vscode from 'vscode';
import { runTest, type RanTest, type TestRunner } from '../../analysis/promptTests/runTest';
import { outcomeOf } from '../../promptTests/verdict';
import { toWireError } from '../../protocol/errors';
import type { Reader } from '../analysis/readTarget';
import { modelOf } from '../model/modelOf';
import { messagesOf } from './messages';
import type { TestFiles } from './testFiles';
import { beside, readTextAt } from './textFiles';

/** How the tests of a window are run, and what is kept of each. */
export interface Running {
  controller: vscode.TestController;
  files: TestFiles;
  reader: Reader;
  /** What came of each test last, by the id of its item. */
  last: Map<string, RanTest>;
}

/** Runs the tests of a request one after the other, until it is cancelled. */
export async function runTests(
  running: Running,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
): Promise<void> {
  const { controller, files } = running;
  const run = controller.createTestRun(request);
  const abort = new AbortController();
  const onCancel = token.onCancellationRequested(() => abort.abort());
  try {
    const asked = request.include ?? [...controller.items].map(([, item]) => item);
    const uris = new Map(asked.flatMap(({ uri }) => (uri ? [[uri.toString(), uri] as const] : [])));
    await Promise.all([...uris.values()].map((uri) => files.read(uri)));
    const excluded = new Set(request.exclude);
    const items = asked.flatMap((item) => leavesOf(item, excluded));
    for (const item of items) run.enqueued(item);
    for (const item of items) {
      if (abort.signal.aborted) run.skipped(item);
      else await runOne(running, run, item, abort.signal);
    }
  } finally {
    onCancel.dispose();
    run.end();
  }
}

/** The tests at and below an item; a file that cannot be read stands for itself, so that its error shows. */
function leavesOf(item: vscode.TestItem, excluded: ReadonlySet<vscode.TestItem>): vscode.TestItem[] {
  if (excluded.has(item)) return [];
  if (item.children.size === 0) return [item];
  const children = [...item.children].map(([, child]) => child);
  // In the order of the file, whenever each of them was found.
  children.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
  return children.flatMap((child) => leavesOf(child, excluded));
}

async function runOne(
  { files, reader, last }: Running,
  run: vscode.TestRun,
  item: vscode.TestItem,
  signal: AbortSignal,
): Promise<void> {
  const test = files.testOf(item);
  const uri = item.uri!;
  run.started(item);
  if (!test) {
    const wrong = item.error ?? vscode.l10n.t('The file has no test.');
    run.errored(item, new vscode.TestMessage(wrong));
    return;
  }
  try {
    const runner: TestRunner = {
      inference: reader.inference,
      model: modelOf(uri, reader.bundledModel),
      toolVersion: reader.toolVersion,
      readFile: (path) => readTextAt(beside(uri, path)),
      readSource: (source) => reader.scanner.read(source, signal),
    };
    // The process lives on: the panel's maps are in it.
    const ran = await runTest(runner, test, { signal, stopsItself: true });
    last.set(item.id, ran);
    tell(run, item, ran);
  } catch (error) {
    if (signal.aborted) run.skipped(item);
    else run.errored(item, new vscode.TestMessage(toWireError(error).message));
  }
}

function tell(run: vscode.TestRun, item: vscode.TestItem, ran: RanTest): void {
  const outcome = outcomeOf(ran);
  if (ran.model && ran.tokens !== null) {
    const read = vscode.l10n.t('{0}: {1} tokens, read by {2}', item.label, ran.tokens, ran.model.name);
    run.appendOutput(`${read}\r\n`, undefined, item);
  }
  if (outcome === 'passed') run.passed(item, ran.ms);
  else if (outcome === 'failed') run.failed(item, messagesOf(ran, item.uri!), ran.ms);
  else run.errored(item, messagesOf(ran, item.uri!), ran.ms);
}
