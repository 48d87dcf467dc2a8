import type * as vscode from 'vscode';
import type { RequestOptions } from '../../protocol/borders/inference';
import { toWireError, type WireError } from '../../protocol/errors';
import { textOf } from '../documents/openDocuments';
import { placeIn } from '../documents/place';
import { translated } from '../translated';
import type { Analyses } from './analyses';
import { finishedAnalysis, type Analysis } from './analysis';
import { lastResult, resultIn, targetAgain } from './analysisState';
import { readTarget, type Reader, type Reading } from './readTarget';
import type { AnalysisTarget } from './target';

/** How a request ended. */
export type Outcome =
  { kind: 'result'; analysis: Analysis } | { kind: 'error'; error: WireError } | { kind: 'cancelled' };

/** Analyses one text at a time: a new request ends the one before. */
export class Analyzer implements vscode.Disposable {
  private request = new AbortController();

  constructor(
    private readonly analyses: Analyses,
    private readonly reader: Reader,
  ) {}

  /** Analyses a text; ends what runs. Never rejects. */
  async analyze(target: AnalysisTarget): Promise<Outcome> {
    const { analyses } = this;
    const uri = target.document.uri.toString();
    const before = lastResult(analyses.state(uri));
    // Where it is the same text again, what was known before is not shown in between.
    if (analyses.running?.uri === uri) this.request.abort();
    else this.cancel();
    const { signal } = (this.request = new AbortController());
    analyses.set(uri, { kind: 'loading', target, place: target.place, progress: null, before });
    const answer = await this.read(target, signal);
    return signal.aborted ? { kind: 'cancelled' } : this.settle(answer);
  }

  /**
   * Reads the text of a result again, unseen: that is what is known until the answer is there, and stays so
   * where none comes. Does nothing where the text is still the same, or while another one is analysed.
   */
  async readAgain(document: vscode.TextDocument): Promise<void> {
    const { analyses } = this;
    const uri = document.uri.toString();
    const known = analyses.state(uri);
    if (known?.kind !== 'result' || analyses.running) return;
    const target = targetAgain(known, document);
    if (!target || target.text === known.analysis.text) return;
    const { signal } = (this.request = new AbortController());
    // Nobody sees it run: one that is asked for meanwhile waits for it rather than for another process.
    const answer = await this.read(target, signal, { letRun: true });
    const state = analyses.state(uri);
    if (signal.aborted || !('result' in answer) || state?.kind !== 'result') return;
    const { id, place } = state.analysis;
    if (id !== known.analysis.id) return;
    const stands = placeIn(textOf(uri), { ...place, changes: [] }, target.text);
    const analysis = finishedAnalysis(target, stands, answer.model, answer);
    analyses.set(uri, { kind: 'result', analysis: { ...analysis, follows: id } });
  }

  /** Ends the analysis that runs, if one does: what was known before holds again. */
  cancel(): void {
    this.request.abort();
    this.fallBack();
  }

  dispose(): void {
    this.request.abort();
  }

  private async read(
    target: AnalysisTarget,
    signal: AbortSignal,
    how: Pick<RequestOptions, 'letRun'> = {},
  ): Promise<Reading | WireError> {
    try {
      return await readTarget(this.reader, target, {
        ...how,
        signal,
        onProgress: (progress) => {
          const { running } = this.analyses;
          if (running && !signal.aborted) this.analyses.set(running.uri, { ...running.state, progress });
        },
      });
    } catch (error) {
      return toWireError(error);
    }
  }

  /** Takes the answer to the request that runs. Its document may be another by now: one that it was saved as. */
  private settle(answer: Reading | WireError): Outcome {
    const { running } = this.analyses;
    if (!running) return { kind: 'cancelled' };
    const { uri, state } = running;
    const { target } = state;
    if ('result' in answer) {
      const place = placeIn(textOf(uri), state.place, target.text);
      const analysis = finishedAnalysis(target, place, answer.model, answer);
      this.analyses.set(uri, { kind: 'result', analysis });
      return { kind: 'result', analysis };
    }
    // The process was ended, as for its cache to be cleared.
    if (answer.code === 'cancelled') {
      this.fallBack();
      return { kind: 'cancelled' };
    }
    const error = translated(answer);
    this.analyses.set(uri, { kind: 'error', target, place: state.place, error });
    return { kind: 'error', error };
  }

  /** To what was known before the request that runs. */
  private fallBack(): void {
    const { running } = this.analyses;
    if (!running) return;
    const { uri, state } = running;
    this.analyses.set(uri, state.before && resultIn(textOf(uri), state.before));
  }
}
