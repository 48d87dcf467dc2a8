import path from 'node:path';
import type * as vscode from 'vscode';
import { Analyses } from './analysis/analyses';
import { ModelProcess } from './model/modelProcess';
import { registerProgress } from './status/analysisProgress';
import { registerCodeLens } from './commands/codeLens';
import { analyzeShown, registerAnalysisCommands, type AnalysisParts } from './commands/analysisCommands';
import { registerClearCache } from './commands/clearCache';
import { DisposableStore, type Disposable } from './disposable';
import { registerModelStatus } from './status/modelStatus';
import { Panel } from './panel/panel';
import { PanelWebviews } from './panel/panelWebviews';
import { createRestore, rememberAnalyses } from './analysis/restore';
import { Reveal } from './panel/reveal';
import type { Scanner } from './scanner/scanner';

/** The analysis of prompts by a model: its commands, its panel, and what they are made from. */
export interface Attention extends Disposable {
  /** The last analysis of each document, for hovers. */
  analyses: Analyses;
}

/** Registers the analysis. No process starts before the first request. */
export function registerAttention(
  { extensionUri, extension, globalStorageUri, workspaceState }: vscode.ExtensionContext,
  scanner: Scanner,
  log: vscode.LogOutputChannel,
): Attention {
  const installed = (...parts: string[]): string => path.join(extensionUri.fsPath, ...parts);
  const cacheFolder = path.join(globalStorageUri.fsPath, 'cache');
  const { version } = extension.packageJSON as { version: string };

  const store = new DisposableStore();
  const model = store.add(new ModelProcess(installed('dist', 'inference.js'), cacheFolder));
  const analyses = store.add(
    new Analyses(model, scanner, { bundledModel: installed('media', 'model'), toolVersion: version }),
  );
  const reveal = new Reveal();
  const restore = createRestore(analyses, workspaceState);
  const panel: Panel = store.add(
    new Panel({
      analyses,
      inference: model,
      reveal,
      analyze: (overflow) => void analyzeShown(parts, overflow),
      onReady: () => restore(panel.document),
    }),
  );
  const places = store.add(new PanelWebviews(panel, extensionUri));
  const parts: AnalysisParts = { analyses, model, panel, places, reveal, log };
  store.add(registerAnalysisCommands(parts));
  store.add(registerClearCache(cacheFolder, model));
  store.add(registerProgress(analyses, places));
  store.add(registerModelStatus(model, analyses));
  store.add(registerCodeLens());
  store.add(rememberAnalyses(analyses, workspaceState));
  return { analyses, dispose: () => store.dispose() };
}
