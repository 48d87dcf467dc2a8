import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Decided, WrongSettings } from '../../protocol/borders/scanner';
import { onDisk } from '../documents/onDisk';
import type { Scanner } from '../scanner/scanner';

/** The settings beside files; their name as in src/protocol/config.ts, which would bring the schema library along. */
export const SETTINGS_FILE = '.attnscope.json';

/** What is known of a document. */
interface Learnt {
  decided: Decided | null;
  wrong?: WrongSettings | undefined;
}

/** Which documents the settings of their folders include, though their names are none of prompts, and which they exclude. */
export class FolderDecisions implements vscode.Disposable {
  private known = new Map<string, Learnt | undefined>();
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly forgotten = new vscode.EventEmitter<void>();

  /** Tells that it is known what is decided about a document, which is some time after it was asked for first. */
  readonly onDidLearn = this.emitter.event;

  /** Tells that nothing is known any more. */
  readonly onDidForget = this.forgotten.event;

  constructor(private readonly scanner: Pick<Scanner, 'decides'>) {}

  /** `null` where they say nothing of it, nothing while that is not known. */
  of(document: vscode.TextDocument): Decided | null | undefined {
    const disk = onDisk(document.uri);
    if (!disk) return null;
    const key = document.uri.toString();
    if (!this.known.has(key)) {
      this.known.set(key, undefined);
      void this.learn(document, disk, this.known);
    }
    return this.known.get(key)?.decided;
  }

  /** The settings of a document that cannot be used, as far as that is known. */
  wrongOf({ uri }: vscode.TextDocument): WrongSettings | undefined {
    return this.known.get(uri.toString())?.wrong;
  }

  /** All settings that are known to be of no use, each file once. */
  get wrong(): WrongSettings[] {
    const byFile = [...this.known.values()].flatMap((one): [string, WrongSettings][] =>
      one?.wrong ? [[one.wrong.file, one.wrong]] : [],
    );
    return [...new Map(byFile).values()];
  }

  /** Has all be asked for again, as when settings were edited. */
  forget(): void {
    this.known = new Map();
    this.forgotten.fire();
  }

  dispose(): void {
    this.emitter.dispose();
    this.forgotten.dispose();
  }

  private async learn(
    document: vscode.TextDocument,
    disk: NonNullable<ReturnType<typeof onDisk>>,
    known: FolderDecisions['known'],
  ): Promise<void> {
    // The thread need not start where there are no settings; its scan says what is wrong with those it cannot use.
    const none = { decided: null };
    const learnt: Learnt = (await areSettingsAbove(disk.file))
      ? await this.scanner.decides({ disk }).catch(() => none)
      : none;
    // Of settings as they were, it is not known any more.
    if (known !== this.known) return;
    known.set(document.uri.toString(), learnt);
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
