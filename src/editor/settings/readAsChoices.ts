import type * as vscode from 'vscode';
import type { ReadAs } from '../../protocol/prompt';
import { readSettings } from './readSettings';

const KEY = 'attnscope.readAs';
const DATA = 'attnscope.untrustedData';

/**
 * How texts are read, as the person chose it for a file, which is kept: those that are no chat in which role, else as
 * the settings say, and whether the whole text is data that nobody has to trust.
 */
export class ReadAsChoices {
  constructor(private readonly memento: vscode.Memento) {}

  /** The trust that a whole text has at most; nothing where each part has its own. */
  trustOf(uri: vscode.Uri | string): 'untrusted' | undefined {
    return this.data().includes(uri.toString()) ? 'untrusted' : undefined;
  }

  /** Keeps whether the text of a file is data. */
  treatAsData(uri: vscode.Uri, isData: boolean): void {
    const others = this.data().filter((one) => one !== uri.toString());
    void this.memento.update(DATA, isData ? [...others, uri.toString()] : others);
  }

  of(uri: vscode.Uri): ReadAs {
    return this.chosen()[uri.toString()] ?? readSettings(uri).analysis.readAs;
  }

  /** Keeps a choice for a file; `undefined`: the settings hold again. */
  choose(uri: vscode.Uri, as: ReadAs | undefined): void {
    if (this.chosen()[uri.toString()] === as) return;
    void this.memento.update(KEY, { ...this.chosen(), [uri.toString()]: as });
  }

  /** Takes the choices of an untitled document to the file that it is saved as. */
  move(from: vscode.Uri, to: vscode.Uri): void {
    if (this.trustOf(from)) {
      this.treatAsData(from, false);
      this.treatAsData(to, true);
    }
    const as = this.chosen()[from.toString()];
    if (as === undefined) return;
    this.choose(from, undefined);
    this.choose(to, as);
  }

  private data(): readonly string[] {
    return this.memento.get<string[]>(DATA) ?? [];
  }

  private chosen(): Readonly<Record<string, ReadAs | undefined>> {
    return this.memento.get<Record<string, ReadAs>>(KEY) ?? {};
  }
}
