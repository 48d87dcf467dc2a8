import type * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import { registerDiagnostics } from './diagnostics';
import type { AttentionAt } from './findingAttention';
import { registerHiddenCharacters } from './hiddenCharacters';
import { registerHover } from './hover';
import { registerQuickFixes } from './quickFixes';
import { registerRulePages } from './rulePages';
import { registerUnseenText } from './unseenText';
import type { FolderDecisions } from '../scans/folderDecisions';
import { registerScanning, type ListedDocuments } from '../scans/scanning';
import type { Scans } from '../scans/scans';
import { registerScanStatus } from '../scans/scanStatus';
import { registerSettingsProblems } from '../scans/settingsProblems';

/** Registers the scanning of documents and all that is made of what it finds. */
export function registerFindings(
  scans: Scans,
  attentionAt: AttentionAt,
  listed: ListedDocuments,
  decisions: FolderDecisions,
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const store = new DisposableStore();
  store.add(registerDiagnostics(scans, extension));
  store.add(registerHover(scans, attentionAt));
  store.add(registerQuickFixes(scans));
  store.add(registerHiddenCharacters(scans));
  store.add(registerUnseenText(scans));
  store.add(registerRulePages(extension));
  store.add(registerScanStatus(scans, decisions));
  store.add(registerSettingsProblems(decisions));
  // The first scan begins with it, so the others listen by then.
  store.add(registerScanning(scans, listed, decisions, log));
  return store;
}
