import type * as vscode from 'vscode';
import { openDocument, sourcesOf } from '../documents/target';

/** The documents whose scan was asked for: each counts as a prompt from then on, until it is closed. */
export class AskedDocuments {
  private readonly keys = new Set<string>();

  add({ uri }: vscode.TextDocument): void {
    this.keys.add(uri.toString());
  }

  has({ uri }: vscode.TextDocument): boolean {
    return this.keys.has(uri.toString());
  }

  /** Forgets a document that was closed. One whose language changes is closed and opened at once. */
  closed({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    setImmediate(() => {
      if (!openDocument(key)) this.keys.delete(key);
    });
  }

  /** Adds a document that was saved, where it is what an untitled one that was asked for became. */
  saved(document: vscode.TextDocument): boolean {
    const wasAsked = sourcesOf(document).some((source) => this.has(source));
    if (wasAsked) this.add(document);
    return wasAsked;
  }
}
