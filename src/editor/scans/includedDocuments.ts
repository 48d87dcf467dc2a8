import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { onDisk } from '../documents/onDisk';
import type { Scanner } from '../scanner/scanner';

/** The settings beside files; their name as in src/protocol/config.ts, which would bring the schema library along. */
export const SETTINGS_FILE = '.attnscope.json';

/** Which documents the settings of their folders include, though their names are none of prompts. */
export class IncludedDocuments implements vscode.Disposable {
  private known = new Map<string, boolean>();
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();

  /** Tells that a document is included, as is known some time after it was asked for first. */
  readonly onDidInclude = this.emitter.event;

  constructor(private readonly scanner: Pick<Scanner, 'includes'>) {}

  has(document: vscode.TextDocument): boolean {
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known === undefined) {
      this.known.set(key, false);
      void this.ask(document, this.known);
    }
    return known === true;
  }

  /** Has all be asked for again, as when settings were edited. */
  forget(): void {
    this.known = new Map();
  }

  dispose(): void {
    this.emitter.dispose();
  }

  private async ask(document: vscode.TextDocument, known: Map<string, boolean>): Promise<void> {
    const disk = onDisk(document.uri);
    // The thread need not start where there are no settings.
    if (!disk || !(await areSettingsAbove(disk.file))) return;
    const { included } = await this.scanner.includes({ disk }).catch(() => ({ included: false }));
    // Of settings as they were, it is not known any more.
    if (!included || known !== this.known) return;
    known.set(document.uri.toString(), true);
    this.emitter.fire(document);
  }
}

async function areSettingsAbove(file: string): Promise<boolean> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const found = await stat(join(folder, SETTINGS_FILE)).catch(() => undefined);
    if (found) return true;
    if (folder === dirname(folder)) return false;
  }
}
