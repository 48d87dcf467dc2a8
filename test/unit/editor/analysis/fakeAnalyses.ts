import { expect, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Overflow } from '../../../../src/protocol/borders/inference';
import { asDocument, type FakeDocument } from '../fakeDocuments';
import type { Source } from '../../../../src/protocol/document';
import { fakeMemento, heldModel, quickScanner } from './fakeModel';

/** Analyses of a window whose model reads until the test says how it ends. To be called once `vscode` is mocked. */
export async function analysesOf(window: {
  show(document: FakeDocument, selected: [number, number]): unknown;
}) {
  const { Analyses } = await import('../../../../src/editor/analysis/analyses');
  const { Analyzer } = await import('../../../../src/editor/analysis/analyzer');
  const { followDocuments } = await import('../../../../src/editor/analysis/followDocuments');
  const { followEdits } = await import('../../../../src/editor/analysis/followEdits');
  const { ReadAsChoices } = await import('../../../../src/editor/settings/readAsChoices');
  const { selectionOf, wholeDocument } = await import('../../../../src/editor/analysis/target');

  const { model, reading } = heldModel();
  const analyses = new Analyses();
  const readAs = new ReadAsChoices(fakeMemento());
  const asked: Source[] = [];
  const scanner = quickScanner(asked);
  const reader = { inference: model, scanner, readAs, bundledModel: '/model', toolVersion: '0' };
  const analyzer = new Analyzer(analyses, reader);
  const listening = [followDocuments(analyses, analyzer, readAs), followEdits(analyses)];

  /** Begins to analyse a document, or what is selected in it; resolves once the model reads. */
  async function begin(
    document: FakeDocument,
    selected?: [start: number, end: number],
    overflow: Overflow = 'refuse',
  ) {
    const before = reading.length;
    const target = selected
      ? selectionOf(window.show(document, selected) as vscode.TextEditor)
      : wholeDocument(asDocument(document));
    const ended = analyzer.analyze({ ...target, overflow });
    // The program of the analysis is loaded with the first, which may take long on a busy machine.
    await vi.waitFor(() => expect(reading.length).toBe(before + 1), { timeout: 10_000 });
    return { ended, model: reading.at(-1)! };
  }

  async function analyzed(document: FakeDocument, selected?: [start: number, end: number]): Promise<void> {
    const { ended, model: reads } = await begin(document, selected);
    reads.answer();
    await ended;
  }

  /** What is known of a document, in short. */
  function known(uri: string): string | undefined {
    const state = analyses.state(uri);
    if (state?.kind !== 'result') return state?.kind;
    return `${state.analysis.shown.title}${state.analysis.place.changed ? ', changed' : ''}`;
  }

  const dispose = (): void => listening.forEach((each) => each.dispose());
  return { analyses, analyzer, readAs, asked, reading, begin, analyzed, known, dispose };
}
