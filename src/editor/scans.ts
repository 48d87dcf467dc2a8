import * as vscode from 'vscode';
import type { Finding } from '../protocol/finding';
import { readSettings } from './readSettings';
import type { Scanner } from './scanner';

/** What was found in one version of a document. */
export interface DocumentScan {
  version: number;
  findings: Finding[];
  /** UTF-16 code units that were checked: less than the document's where it is over the limit. */
  checkedLength: number;
}

/** The last scan of each open document: what diagnostics, hovers and fixes are made from. */
export class Scans implements vscode.Disposable {
  private readonly kept = new Map<string, DocumentScan>();
  /** The request of each document whose answer is wanted: the last one. */
  private readonly wanted = new Map<string, symbol>();
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();

  /** Tells that the scan of a document is another one, or gone. */
  readonly onDidChange = this.emitter.event;

  constructor(private readonly scanner: Scanner) {}

  /**
   * Scans a document as it is now and keeps the result. Nothing where the answer came too late: the
   * document was edited, closed or scanned anew meanwhile.
   *
   * @throws AttnscopeError where the scan failed; what was kept stays
   */
  async scan(document: vscode.TextDocument): Promise<DocumentScan | undefined> {
    const key = document.uri.toString();
    const request = Symbol(key);
    this.wanted.set(key, request);
    const { version, languageId, uri } = document;
    const { maxLength, untrustedSeverity: untrusted } = readSettings(uri).scan;
    const text = beforeLimit(document.getText(), maxLength);
    const findings = await this.scanner.scan({ text, path: uri.path, languageId, untrusted });
    if (this.wanted.get(key) !== request || document.version !== version) return undefined;
    const result = { version, findings, checkedLength: text.length };
    this.kept.set(key, result);
    this.emitter.fire(document);
    return result;
  }

  /** The scan of the document's present version; nothing where it was edited since. */
  current(document: vscode.TextDocument): DocumentScan | undefined {
    const scan = this.kept.get(document.uri.toString());
    return scan?.version === document.version ? scan : undefined;
  }

  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.wanted.delete(key);
    if (this.kept.delete(key)) this.emitter.fire(document);
  }

  dispose(): void {
    this.emitter.dispose();
    this.wanted.clear();
    this.kept.clear();
  }
}

/** The start of a text, cut between characters. */
function beforeLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit);
}
