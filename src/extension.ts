import path from 'node:path';
import * as vscode from 'vscode';
import { registerAlerts } from './editor/alerts/registerAlerts';
import { Analyses } from './editor/analysis/analyses';
import { Analyzer } from './editor/analysis/analyzer';
import { followDocuments } from './editor/analysis/followDocuments';
import { followEdits } from './editor/analysis/followEdits';
import { registerReadAgain } from './editor/analysis/readAgain';
import { registerAnalysisCommands } from './editor/commands/analysisCommands';
import { registerCodeLens } from './editor/commands/codeLens';
import { registerExample } from './editor/commands/example';
import { registerOnRequest } from './editor/commands/onRequestCommands';
import { ModelProcess } from './editor/model/modelProcess';
import { Panel } from './editor/panel/panel';
import { PanelWebviews } from './editor/panel/panelWebviews';
import { registerRestore } from './editor/panel/restore';
import { Reveal } from './editor/panel/reveal';
import { registerPromptTests } from './editor/promptTests/registerPromptTests';
import { registerWarnings } from './editor/probes/registerWarnings';
import { ReadAsChoices } from './editor/settings/readAsChoices';
import { Scanner } from './editor/scanner/scanner';
import { registerAnalysisProgress } from './editor/status/analysisProgress';
import { registerModelStatus } from './editor/status/modelStatus';

/** Called by VS Code once it has started. Loads nothing native and starts no process or thread. */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, extensionUri, workspaceState, secrets } = context;
  const installed = (...parts: string[]): string => path.join(extensionUri.fsPath, ...parts);
  const cacheFolder = path.join(context.globalStorageUri.fsPath, 'cache');
  const { version: toolVersion } = context.extension.packageJSON as { version: string };

  const log = vscode.window.createOutputChannel('Attnscope', { log: true });
  const scanner = new Scanner(installed('dist', 'scanner.js'));
  const model = new ModelProcess(installed('dist', 'inference.js'), cacheFolder, { workspaceState, secrets });
  const analyses = new Analyses();
  const bundledModel = installed('media', 'model');
  const readAs = new ReadAsChoices(workspaceState);
  const reader = { inference: model, scanner, readAs, bundledModel, toolVersion };
  const analyzer = new Analyzer(analyses, reader);
  const reveal = new Reveal(analyses);
  const panel = new Panel({ analyses, analyzer, reveal, inference: model });
  const webviews = new PanelWebviews(panel, extensionUri);
  const parts = { analyses, analyzer, model, panel, webviews, reveal, readAs, log };
  subscriptions.push(log, scanner, model, analyses, analyzer, reveal, panel, webviews);
  subscriptions.push(
    followDocuments(analyses, analyzer, readAs),
    followEdits(analyses),
    registerWarnings(analyses, reader, extensionUri, log),
    registerReadAgain(analyses, analyzer, model, webviews),
    registerRestore(panel, analyses, analyzer, workspaceState),
    registerAnalysisProgress(analyses, analyzer, webviews),
    registerModelStatus(model, analyses),
    registerAnalysisCommands(parts),
    registerOnRequest(parts, cacheFolder, context, reader),
    registerAlerts(parts, context, scanner),
    registerExample(parts, extensionUri),
    registerCodeLens(),
    registerPromptTests(parts, reader),
  );
}
