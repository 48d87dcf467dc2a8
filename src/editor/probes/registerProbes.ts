import * as vscode from 'vscode';
import { toWireError } from '../../protocol/errors';
import type { Analyses } from '../analysis/analyses';
import type { Reader } from '../analysis/readTarget';
import { DisposableStore } from '../disposable';
import { openDocument } from '../documents/openDocuments';
import { whyUnchecked } from '../scans/checkedDocuments';
import type { FolderDecisions } from '../scans/folderDecisions';
import type { Scans } from '../scans/scans';
import { onSettingsChange, readSettings } from '../settings/readSettings';
import { fixable, scoreDocument } from './scoreDocument';

/** Pause in typing, in ms, after which a document is scored again. */
const TYPING_PAUSE_MS = 1_000;

/** How documents are scored on request. */
export interface Probing extends vscode.Disposable {
  /** Scores a document as it is now; tells nobody of a failure but the log. */
  score(document: vscode.TextDocument): Promise<void>;
}

/**
 * Takes what a model warns of to the findings of its document: from each analysis, and where the settings want it, by
 * itself when a prompt was opened or typing pauses.
 */
export function registerProbes(
  scans: Scans,
  decisions: Pick<FolderDecisions, 'of' | 'onDidLearn'>,
  analyses: Analyses,
  reader: Reader,
  log: vscode.LogOutputChannel,
): Probing {
  const store = new DisposableStore();
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, AbortController>();
  /** Documents of which it is not known yet what the settings of their folders say. */
  const waiting = new Set<string>();

  const score = async (document: vscode.TextDocument): Promise<void> => {
    const key = document.uri.toString();
    const { version } = document;
    running.get(key)?.abort();
    const { signal } = setRunning(running, key);
    try {
      const findings = await scoreDocument(reader, document, signal);
      if (!signal.aborted && document.version === version) scans.warn(document, findings);
    } catch (error) {
      const { code, message } = toWireError(error);
      if (code !== 'cancelled') log.warn(message);
    }
  };
  const review = (document: vscode.TextDocument): void => {
    const settings = readSettings(document.uri);
    const decided = decisions.of(document);
    if (decided === undefined) waiting.add(document.uri.toString());
    if (settings.scan.paused || decided === undefined) return;
    const isMeant =
      reader.readAs.trustOf(document.uri) !== undefined ||
      whyUnchecked(document, settings, decided) === undefined;
    if (isMeant) void score(document);
  };
  const reviewAfter = (document: vscode.TextDocument, pause: number): void => {
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    if (!readSettings(document.uri).analysis.inBackground) return;
    timers.set(
      key,
      setTimeout(() => review(document), pause),
    );
  };
  const reviewAll = (): void =>
    vscode.workspace.textDocuments.forEach((document) => reviewAfter(document, 0));

  store.add(
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return;
      running.get(event.document.uri.toString())?.abort();
      scans.follow(event);
      reviewAfter(event.document, TYPING_PAUSE_MS);
    }),
  );
  store.add(vscode.workspace.onDidOpenTextDocument((document) => reviewAfter(document, TYPING_PAUSE_MS)));
  store.add(
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(timers.get(uri.toString()));
      waiting.delete(uri.toString());
      running.get(uri.toString())?.abort();
    }),
  );
  store.add(
    analyses.onDidChange((uri) => {
      const state = analyses.state(uri);
      const document = openDocument(uri);
      if (!document || state?.kind !== 'result' || state.analysis.place.changed) return;
      void warnOf(scans, reader, document, state.analysis);
    }),
  );
  store.add(
    decisions.onDidLearn((document) => {
      if (waiting.delete(document.uri.toString())) reviewAfter(document, 0);
    }),
  );
  store.add(onSettingsChange((changed) => changed.has('analysis') && reviewAll()));
  store.add({ dispose: () => timers.forEach((timer) => clearTimeout(timer)) });
  reviewAll();
  return { score, dispose: () => store.dispose() };
}

function setRunning(running: Map<string, AbortController>, key: string): AbortController {
  const request = new AbortController();
  running.set(key, request);
  return request;
}

/** Takes over what an analysis of a whole document, as it is now, warns of. */
async function warnOf(
  scans: Scans,
  reader: Reader,
  document: vscode.TextDocument,
  { findings, place, shown }: NonNullable<ReturnType<Analyses['byId']>>,
): Promise<void> {
  // A model without probes, or a part of the text, says nothing of what another one warned of.
  if (!shown.result.calibrated || !place.whole) return;
  const { version } = document;
  const warned = await fixable(
    reader,
    document,
    findings.filter(({ rule }) => rule.startsWith('model/')),
  );
  if (document.version === version) scans.warn(document, warned);
}
