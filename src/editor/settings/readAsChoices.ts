import type * as vscode from 'vscode';
import type { ReadAs } from '../../protocol/prompt';
import { readSettings } from './readSettings';

const KEY = 'attnscope.readAs';

/** How texts that are no chat are read: as the person chose it for a file, which is kept, else as the settings say. */
export class ReadAsChoices {
  constructor(private readonly memento: vscode.Memento) {}

  of(uri: vscode.Uri): ReadAs {
    return this.chosen()[uri.toString()] ?? readSettings(uri).analysis.readAs;
  }

  /** Keeps a choice for a file; `undefined`: the settings hold again. */
  choose(uri: vscode.Uri, as: ReadAs | undefined): void {
    if (this.chosen()[uri.toString()] === as) return;
    void this.memento.update(KEY, { ...this.chosen(), [uri.toString()]: as });
  }

  /** Takes the choice of an untitled document to the file that it is saved as. */
  move(from: vscode.Uri, to: vscode.Uri): void {
    const as = this.chosen()[from.toString()];
    if (as === undefined) return;
    this.choose(from, undefined);
    this.choose(to, as);
  }

  private chosen(): Readonly<Record<string, ReadAs | undefined>> {
    return this.memento.get<Record<string, ReadAs>>(KEY) ?? {};
  }
}
