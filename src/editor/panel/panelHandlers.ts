import * as vscode from 'vscode';
import { AttnscopeError, fromWireError, toWireError } from '../../protocol/errors';
import type { Inference } from '../../protocol/borders/inference';
import type { AskedAnalysis, PanelAction, PanelState } from '../../protocol/borders/panel';
import type { Analyses } from '../analysis/analyses';
import type { Analysis } from '../analysis/analysis';
import type { Analyzer } from '../analysis/analyzer';
import { rangeOfToken } from '../analysis/tokenRanges';
import { translated } from '../translated';
import type { Reveal } from './reveal';
import { saveFile } from './saveFile';
import type { PanelHandlers } from './session';

/** What the buttons of a page without a result do. */
const ACTIONS: Record<PanelAction, [command: string, ...args: string[]]> = {
  'analyze-example': ['attnscope.analyzeExample'],
  'open-model-setting': ['workbench.action.openSettings', 'attnscope.model.path'],
  'use-bundled-model': ['attnscope.useBundledModel'],
};

/** What pages ask of the panel itself. */
interface AskedPanel {
  state(): PanelState;
  welcome(): void;
  pin(pinned: boolean): void;
  ask(wanted: AskedAnalysis): void;
}

/** What the panel shows and acts on. */
export interface PanelParts {
  analyses: Analyses;
  analyzer: Analyzer;
  /** Answers what maps pages ask for. */
  inference: Inference;
  reveal: Reveal;
}

/** Answers what pages of the panel ask for; all that they name is looked up and checked. */
export function panelHandlers(
  panel: AskedPanel,
  { analyses, analyzer, inference, reveal }: PanelParts,
): PanelHandlers {
  return {
    ready: () => {
      // After the answer, which brings the analysis that these are about.
      setImmediate(() => panel.welcome());
      const translations = vscode.l10n.bundle ?? {};
      return { locale: vscode.env.language, translations, state: panel.state() };
    },
    maps: ({ analysis, ...request }, { signal, progress }) => {
      const { model, tokenIds, shown } = known(analyses, analysis);
      const { layers, heads } = shown.result.model;
      const inRange =
        request.layers.every((layer) => layer < layers) &&
        request.heads.every((head) => head === 'mean' || head < heads) &&
        request.firstQuery < request.endQuery &&
        request.endQuery <= tokenIds.length;
      if (!inRange) throw new AttnscopeError('bad-input', vscode.l10n.t('The model has no such map.'));
      const answer = inference.request(
        'maps',
        { ...request, model, tokenIds },
        {
          signal,
          onProgress: progress,
          // The page asks for many and gives most of them up again; the process and what it keeps outlive that.
          letRun: true,
          // Means are mostly kept since the analysis; single heads take a run of the model.
          ahead: request.heads.every((head) => head === 'mean'),
        },
      );
      return answer.catch((error: unknown) => {
        throw fromWireError(translated(toWireError(error)));
      });
    },
    chooseToken: async ({ analysis, token }) => {
      const chosen = known(analyses, analysis);
      const range = rangeOfToken(chosen.shown.result.tokens, token);
      if (range) await reveal.show(analysis, range);
      return {};
    },
    look: ({ analysis, token }) => {
      // A page may look at what was forgotten meanwhile: there is nothing to say then.
      const tokens = analyses.byId(analysis)?.shown.result.tokens;
      const range = tokens && token !== null ? rangeOfToken(tokens, token) : null;
      if (range) reveal.mark(analysis, range);
      else reveal.unmark();
      return {};
    },
    chooseFinding: async ({ analysis, finding }) => {
      const chosen = known(analyses, analysis);
      const range = chosen.findings.find(({ fingerprint }) => fingerprint === finding);
      if (range) await reveal.show(analysis, range);
      return {};
    },
    save: async ({ name, bytes }) => ({ saved: await saveFile(name, bytes) }),
    pin: ({ pinned }) => {
      panel.pin(pinned);
      return {};
    },
    analyze: (wanted) => {
      panel.ask(wanted);
      return {};
    },
    act: ({ action }) => {
      void vscode.commands.executeCommand(...ACTIONS[action]);
      return {};
    },
    cancel: () => {
      analyzer.cancel();
      return {};
    },
  };
}

/** @throws AttnscopeError `bad-input` where the analysis is no longer kept. */
function known(analyses: Analyses, id: string): Analysis {
  const analysis = analyses.byId(id);
  if (analysis) return analysis;
  throw new AttnscopeError(
    'bad-input',
    vscode.l10n.t('This analysis is no longer kept. Analyze the text again.'),
  );
}
