import * as vscode from 'vscode';
import { registerAttention } from './editor/attention';
import { registerOpenExample } from './editor/commands/openExample';
import { registerDiagnostics } from './editor/findings/diagnostics';
import { registerHiddenCharacters } from './editor/findings/hiddenCharacters';
import { registerHover } from './editor/findings/hover';
import { registerQuickFixes } from './editor/findings/quickFixes';
import { registerScanning } from './editor/findings/scanning';
import { Scanner } from './editor/scanner/scanner';
import { Scans } from './editor/findings/scans';
import { registerScanStatus } from './editor/findings/scanStatus';

/** Called by VS Code once it has started. Loads nothing native and starts no process or thread. */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, extensionUri } = context;
  const log = vscode.window.createOutputChannel('Attnscope', { log: true });
  const scanner = new Scanner(vscode.Uri.joinPath(extensionUri, 'dist', 'scanner.js').fsPath);
  const attention = registerAttention(context, scanner, log);
  const scans = new Scans(scanner);
  subscriptions.push(
    log,
    attention,
    scanner,
    scans,
    // These listen before the first scan.
    registerDiagnostics(scans, extensionUri),
    registerHover(scans, attention.analyses, extensionUri),
    registerQuickFixes(scans, attention.analyses, extensionUri),
    registerHiddenCharacters(scans),
    registerScanStatus(scans),
    registerScanning(scans, log),
    registerOpenExample(extensionUri),
  );
}
