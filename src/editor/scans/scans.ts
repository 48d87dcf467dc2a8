import * as vscode from 'vscode';
import { toWireError } from '../../protocol/errors';
import type { HiddenText } from '../../protocol/finding';
import type { FixableFinding } from '../../protocol/fix';
import type { Unseen } from '../../protocol/borders/scanner';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { readSettings } from '../settings/readSettings';
import { beforeLimit } from '../scanner/beforeLimit';
import { scanWithin } from '../scanner/scanWithin';
import type { Scanner } from '../scanner/scanner';
import { onDisk } from '../documents/onDisk';
import { translated } from '../translated';
import { afterEdits } from './afterEdits';

/** What was found in one version of a document. */
export interface DocumentScan {
  version: number;
  findings: FixableFinding[];
  /** Characters that nobody sees; each is told of by a finding. */
  hidden: HiddenText[];
  /** Stretches that readers of the page do not see. */
  unseen: Unseen[];
  /** UTF-16 code units that were checked: less than the document's where it is `cut`. */
  checkedLength: number;
  /** Why the rest was not checked: it is beyond a limit, or took longer than so many ms; nothing where all was. */
  cut?: { by: 'length'; budgetMs?: undefined } | { by: 'time'; budgetMs: number };
}

/** A scan that did not come to an end: nothing is known of the document, which is not to look clean. */
export interface FailedScan {
  version: number;
  /** One plain paragraph: what is wrong and what to do. */
  error: string;
}

/** The last scan of each open document: what diagnostics, hovers and fixes are made from. */
export class Scans implements vscode.Disposable {
  private readonly kept = new Map<string, DocumentScan | FailedScan>();
  /** The request of each document whose answer is wanted: the last one, which ends the one before. */
  private readonly wanted = new Map<string, AbortController>();
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();
  /** What a model warned of in documents, by their URIs; it goes with edits, since it takes long to come again. */
  private readonly warnings = new Map<string, readonly FixableFinding[]>();

  /** Tells that the scan of a document is another one, or gone. */
  readonly onDidChange = this.emitter.event;

  constructor(
    private readonly scanner: Scanner,
    private readonly readAs: Pick<ReadAsChoices, 'trustOf'> = { trustOf: () => undefined },
  ) {}

  /**
   * Scans a document as it is now and keeps the result. Nothing where the answer came too late: the
   * document was edited, closed or scanned again meanwhile. A failure is kept in place of what was known
   * before, since marks of an older text, or by older settings, are worse than none.
   *
   * @param afresh tries the whole document, even if it took too long before
   * @throws AttnscopeError where the scan failed
   */
  async scan(document: vscode.TextDocument, afresh = false): Promise<DocumentScan | undefined> {
    const key = document.uri.toString();
    this.wanted.get(key)?.abort();
    const request = new AbortController();
    this.wanted.set(key, request);
    const { version, languageId, uri } = document;
    const { maxLength, timeBudget, untrustedSeverity: untrusted } = readSettings(uri).scan;
    const whole = document.getText();
    const limited = beforeLimit(whole, maxLength);
    const before = afresh ? undefined : this.kept.get(key);
    const tooSlow = before && 'findings' in before && before.cut?.budgetMs === timeBudget;
    const text = tooSlow ? beforeLimit(limited, before.checkedLength) : limited;
    const trust = this.readAs.trustOf(uri);
    const params = { text, path: uri.path, languageId, untrusted, trust, disk: onDisk(uri) };
    const superseded = (): boolean => this.wanted.get(key) !== request || document.version !== version;
    try {
      const found = await scanWithin(this.scanner, params, timeBudget, request.signal);
      if (superseded()) return undefined;
      const result: DocumentScan = { version, ...found };
      if (found.checkedLength < limited.length) result.cut = { by: 'time', budgetMs: timeBudget };
      else if (limited.length < whole.length) result.cut = { by: 'length' };
      this.keep(document, result);
      return result;
    } catch (error) {
      if (superseded()) return undefined;
      this.keep(document, { version, error: translated(toWireError(error)).message });
      throw error;
    }
  }

  /** The scan of the document's present version; nothing where it was edited since. */
  current(document: vscode.TextDocument): DocumentScan | undefined {
    const scan = this.kept.get(document.uri.toString());
    if (scan?.version !== document.version || !('findings' in scan)) return undefined;
    const warned = this.warnings.get(document.uri.toString()) ?? [];
    return warned.length === 0 ? scan : { ...scan, findings: [...scan.findings, ...warned] };
  }

  /** Takes what a model warns of in a document as it is now, in place of what it did before. */
  warn(document: vscode.TextDocument, findings: readonly FixableFinding[]): void {
    const key = document.uri.toString();
    if (findings.length === 0 && !this.warnings.has(key)) return;
    if (findings.length > 0) this.warnings.set(key, findings);
    else this.warnings.delete(key);
    this.emitter.fire(document);
  }

  /** Moves what a model warned of with edits of its document, and drops what they touch. */
  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const warned = this.warnings.get(key);
    if (warned) this.warnings.set(key, afterEdits(warned, contentChanges));
  }

  /** Why the last scan of a document failed; stays while it is edited, until a scan succeeds. */
  failure(document: vscode.TextDocument): string | undefined {
    const scan = this.kept.get(document.uri.toString());
    return scan && 'error' in scan ? scan.error : undefined;
  }

  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.wanted.get(key)?.abort();
    this.wanted.delete(key);
    this.warnings.delete(key);
    if (this.kept.delete(key)) this.emitter.fire(document);
  }

  dispose(): void {
    this.emitter.dispose();
    this.wanted.clear();
    this.kept.clear();
  }

  private keep(document: vscode.TextDocument, scan: DocumentScan | FailedScan): void {
    this.kept.set(document.uri.toString(), scan);
    this.emitter.fire(document);
  }
}
