import * as vscode from 'vscode';

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
      const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
      if (!isOpen) this.keys.delete(key);
    });
  }

  /**
   * Adds a document that was saved, where it is what an untitled one that was asked for became. VS Code
   * tells nothing of that but the same text, and closes the untitled one afterwards.
   */
  saved(document: vscode.TextDocument): boolean {
    const text = document.getText();
    const wasAsked = vscode.workspace.textDocuments.some(
      (other) => other.isUntitled && this.has(other) && other.getText() === text,
    );
    if (wasAsked) this.add(document);
    return wasAsked;
  }
}
