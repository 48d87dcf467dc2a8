import * as vscode from 'vscode';
import type { Finding } from '../../protocol/finding';
import { DisposableStore } from '../disposable';
import { openDocument } from '../documents/openDocuments';
import { toDiagnostics } from '../findings/diagnostics';
import { whyUnchecked } from '../scans/checkedDocuments';
import type { FolderDecisions } from '../scans/folderDecisions';
import type { Scans } from '../scans/scans';
import { onSettingsChange, readSettings } from '../settings/readSettings';

/**
 * What the last scan of the workspace found, as diagnostics of files that are not open; an open file has those of its
 * own scan. It is of the files on the disk: kept until they change, are scanned again, or a setting about scanning
 * changes.
 */
export class WorkspaceFindings implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly collection = this.store.add(
    vscode.languages.createDiagnosticCollection('attnscope-workspace'),
  );
  private readonly kept = new Map<string, readonly Finding[]>();
  /** Follows files on the disk, once there is something to keep. */
  private watcher: vscode.Disposable | undefined;

  constructor(
    private readonly scans: Scans,
    private readonly decisions: Pick<FolderDecisions, 'of'>,
    private readonly extension: vscode.Uri,
  ) {
    const { workspace } = vscode;
    this.store.add(scans.onDidChange((document) => this.follow(document)));
    this.store.add(workspace.onDidSaveTextDocument((document) => this.follow(document)));
    this.store.add(onSettingsChange((changed) => changed.has('scan') && this.clear()));
    this.store.add(workspace.onDidChangeWorkspaceFolders(() => this.clear()));
  }

  /** Forgets what was found; from now on what is found is kept. */
  begin(): void {
    this.clear();
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', true);
    const drop = (uri: vscode.Uri): void => {
      if (!openDocument(uri.toString())) this.keep(uri, []);
    };
    this.watcher = vscode.Disposable.from(watcher, watcher.onDidChange(drop), watcher.onDidDelete(drop));
  }

  keep(uri: vscode.Uri, findings: readonly Finding[]): void {
    const key = uri.toString();
    if (findings.length > 0) this.kept.set(key, findings);
    else this.kept.delete(key);
    this.show(uri);
  }

  dispose(): void {
    this.watcher?.dispose();
    this.store.dispose();
  }

  private clear(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    this.kept.clear();
    this.collection.clear();
  }

  /** The scan of an open file that is as it is on the disk takes the place of what was found there. */
  private follow(document: vscode.TextDocument): void {
    if (!this.watcher) return;
    const { uri } = document;
    const scan = document.isDirty ? undefined : this.scans.current(document);
    const decided = this.decisions.of(document);
    if (scan && whyUnchecked(document, readSettings(uri), decided) === undefined)
      this.keep(uri, scan.findings);
    else this.show(uri);
  }

  private show(uri: vscode.Uri): void {
    const document = openDocument(uri.toString());
    const isOwn = document && (this.scans.current(document) ?? this.scans.failure(document)) !== undefined;
    const findings = isOwn ? [] : (this.kept.get(uri.toString()) ?? []);
    this.collection.set(uri, toDiagnostics(findings, rangeOf, this.extension));
  }
}

/** Where a finding stands in a file that is not open. */
function rangeOf({ line, column, endLine, endColumn }: Finding): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}
