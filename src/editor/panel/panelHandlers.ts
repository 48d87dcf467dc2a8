import * as vscode from 'vscode';
import type { Inference } from '../../protocol/borders/inference';
import type { AskedAnalysis, PanelAction, PanelState } from '../../protocol/borders/panel';
import type { Analyses } from '../analysis/analyses';
import type { Analyzer } from '../analysis/analyzer';
import { rangeOfToken } from '../analysis/tokenRanges';
import { EXAMINE } from '../doctor/doctorPages';
import { knownAnalysis, promptHandlers } from './promptHandlers';
import type { Reveal } from './reveal';
import { saveFile } from './saveFile';
import type { PanelHandlers } from './session';

/** What buttons of the page do outside it, but for the one that asks about a model. */
const ACTIONS: Record<Exclude<PanelAction, 'examine-model'>, [command: string, ...args: string[]]> = {
  'analyze-example': ['attnscope.analyzeExample'],
  'open-model-setting': ['workbench.action.openSettings', 'attnscope.model.path'],
  'use-bundled-model': ['attnscope.useBundledModel'],
};

/** The token that a page has locked in an analysis; none where `null`. */
export interface LockedToken {
  analysis: string;
  token: number | null;
}

/** What pages ask of the panel itself. */
interface AskedPanel {
  /** URI of the document that is shown. */
  readonly document: string | undefined;
  state(): PanelState;
  welcome(): void;
  pin(pinned: boolean): void;
  lock(locked: LockedToken): void;
  ask(wanted: AskedAnalysis): void;
}

/** What the panel shows and acts on. */
export interface PanelParts {
  analyses: Analyses;
  analyzer: Analyzer;
  /** Answers what pages ask about a prompt. */
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
    ...promptHandlers(analyses, inference),
    chooseToken: async ({ analysis, token }) => {
      const chosen = knownAnalysis(analyses, analysis);
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
    lock: (locked) => {
      panel.lock(locked);
      return {};
    },
    chooseFinding: async ({ analysis, finding }) => {
      const chosen = knownAnalysis(analyses, analysis);
      const range = chosen.findings.find(({ fingerprint }) => fingerprint === finding);
      if (range) await reveal.show(analysis, range);
      return {};
    },
    save: async ({ name, bytes }) => {
      const { document } = panel;
      const uri = document === undefined ? undefined : vscode.Uri.parse(document);
      return { saved: await saveFile(name, bytes, uri) };
    },
    pin: ({ pinned }) => {
      panel.pin(pinned);
      return {};
    },
    analyze: (wanted) => {
      panel.ask(wanted);
      return {};
    },
    act: ({ action }) => {
      if (action === 'examine-model') examine(panel.document, analyses);
      else void vscode.commands.executeCommand(...ACTIONS[action]);
      return {};
    },
    cancel: () => {
      analyzer.cancel();
      return {};
    },
  };
}

/** Examines the model that read what is shown, or failed to. */
function examine(document: string | undefined, analyses: Analyses): void {
  if (document === undefined) return;
  const state = analyses.state(document);
  const meant = state?.kind === 'result' ? state.analysis.model : vscode.Uri.parse(document);
  void vscode.commands.executeCommand(EXAMINE, meant);
}
