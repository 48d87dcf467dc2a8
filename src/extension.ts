import * as vscode from 'vscode';
import { registerDiagnostics } from './editor/diagnostics';
import { registerScanning } from './editor/scanning';
import { Scans } from './editor/scans';

/** Called by VS Code once it has started. Loads nothing native and starts no process. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Attnscope', { log: true });
  const scans = new Scans();
  const rulePages = vscode.Uri.joinPath(extensionUri, 'docs', 'rules');
  subscriptions.push(
    log,
    scans,
    // Listens before the first scan.
    registerDiagnostics(scans, rulePages),
    registerScanning(scans, log),
  );
}
