import * as vscode from 'vscode';
import type { AnalysisState } from '../analysis/analysisState';
import { DisposableStore } from '../disposable';
import type { Shading } from '../onRequest/shadeEditor';
import type { RegisterCommand } from './registerCommand';
import type { AnalysisParts } from './runAnalysis';

/**
 * Registers the command that shades a prompt in its editor by what is attended to from the token that is locked in the
 * panel, and follows that lock. It goes when it is asked for again, or the text is edited.
 */
export function registerShading(
  command: RegisterCommand,
  { panel, model }: Pick<AnalysisParts, 'panel' | 'model'>,
  shown: () => AnalysisState | undefined,
): vscode.Disposable {
  const store = new DisposableStore();
  let shading: { uri: string; analysis: string; own: Shading } | undefined;
  const unshade = (): void => {
    shading?.own.dispose();
    shading = undefined;
  };
  const lockedIn = (analysis: string): number | null =>
    panel.locked?.analysis === analysis ? panel.locked.token : null;

  command('attnscope.shadeEditor', async ({ shadeEditor }) => {
    const state = shown();
    const analysis = state?.kind === 'result' && !state.analysis.place.changed ? state.analysis : undefined;
    if (shading) {
      const { uri } = shading;
      unshade();
      // Asked for in another document, it goes there.
      if (!analysis || uri === analysis.uri.toString()) return;
    }
    if (!analysis) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Analyze the prompt first: there is no analysis of it as it is now.'),
      );
      return;
    }
    const own = shadeEditor(analysis, model, unshade);
    shading = { uri: analysis.uri.toString(), analysis: analysis.id, own };
    try {
      await own.show(lockedIn(analysis.id));
    } catch (error) {
      if (shading?.own === own) unshade();
      throw error;
    }
  });
  store.add(
    panel.onDidLock(({ analysis, token }) => {
      if (shading?.analysis !== analysis) return;
      const { own } = shading;
      // Shades of another token than the locked one would say what is not so.
      own.show(token).catch(() => shading?.own === own && unshade());
    }),
  );
  store.add({ dispose: unshade });
  return store;
}
