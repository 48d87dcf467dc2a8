import * as vscode from 'vscode';
import type { Finding } from '../protocol/finding';
import type { Prompt } from '../protocol/prompt';
import { readSettings } from './readSettings';

/** What was found in one version of a document. */
export interface DocumentScan {
  version: number;
  prompt: Prompt;
  findings: Finding[];
  /** UTF-16 code units that were checked: less than the document's where it is over the limit. */
  checkedLength: number;
}

/** The readers of prompts and the rules, evaluated on the first scan so that VS Code starts without them. */
const readers = async () => ({
  ...(await import('../prompts/readPrompt')),
  ...(await import('../detection/detect')),
});

/** The last scan of each open document: what diagnostics, hovers and fixes are made from. */
export class Scans implements vscode.Disposable {
  private readonly kept = new Map<string, DocumentScan>();
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();

  /** Tells that the scan of a document is another one, or gone. */
  readonly onDidChange = this.emitter.event;

  /** Scans a document as it is now and keeps the result; nothing where it was closed meanwhile. */
  async scan(document: vscode.TextDocument): Promise<DocumentScan | undefined> {
    const { readPrompt, detect } = await readers();
    if (document.isClosed) return undefined;
    const { maxLength, untrustedSeverity } = readSettings(document.uri).scan;
    const text = beforeLimit(document.getText(), maxLength);
    const prompt = readPrompt(text, { path: document.uri.path, languageId: document.languageId });
    const findings = detect(text, prompt, { untrusted: untrustedSeverity });
    const result = { version: document.version, prompt, findings, checkedLength: text.length };
    this.kept.set(document.uri.toString(), result);
    this.emitter.fire(document);
    return result;
  }

  /** The scan of the document's present version; nothing where it was edited since. */
  current(document: vscode.TextDocument): DocumentScan | undefined {
    const scan = this.kept.get(document.uri.toString());
    return scan?.version === document.version ? scan : undefined;
  }

  forget(document: vscode.TextDocument): void {
    if (this.kept.delete(document.uri.toString())) this.emitter.fire(document);
  }

  dispose(): void {
    this.emitter.dispose();
    this.kept.clear();
  }
}

/** The start of a text, cut between characters. */
function beforeLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit);
}
