import type * as vscode from 'vscode';
import { EventEmitter, fakeVscode } from './fakeVscode';

/** As much of a URI as the editor's parts need. */
export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static parse(text: string): Uri {
    const colon = text.indexOf(':');
    return new Uri(text.slice(0, colon), text.slice(colon + 1));
  }
  toString(): string {
    return `${this.scheme}:${this.path}`;
  }
}

export type FakeDocument = ReturnType<typeof fakeDocument>;

/** A document of one line. */
export function fakeDocument(uri: string, text: string) {
  return {
    uri: Uri.parse(uri),
    languageId: 'prompt',
    version: 1,
    isClosed: false,
    text,
    getText(): string {
      return this.text;
    },
    offsetAt: ({ character }: { character: number }) => character,
    positionAt: (character: number) => ({ line: 0, character }),
  };
}

const at = (character: number) => ({ line: 0, character });
const rangeOf = (start: number, end: number) => ({ start: at(start), end: at(end), isEmpty: start === end });

/** Documents and editors of a window, and what happens to them. */
export function fakeWindow() {
  const events = {
    activeEditor: new EventEmitter<unknown>(),
    selection: new EventEmitter<unknown>(),
    opened: new EventEmitter<unknown>(),
    closed: new EventEmitter<unknown>(),
    saved: new EventEmitter<unknown>(),
    notebookSaved: new EventEmitter<unknown>(),
    changed: new EventEmitter<unknown>(),
  };
  const textDocuments: FakeDocument[] = [];
  /** Files that can be opened. */
  const files = new Map<string, string>();
  const window = {
    ...fakeVscode.window,
    activeTextEditor: undefined as unknown,
    activeNotebookEditor: undefined,
    visibleTextEditors: [] as unknown[],
    onDidChangeActiveTextEditor: events.activeEditor.event,
    onDidChangeTextEditorSelection: events.selection.event,
    showTextDocument: async (document: FakeDocument) => show(document),
  };
  const workspace = {
    ...fakeVscode.workspace,
    textDocuments,
    notebookDocuments: [],
    onDidOpenTextDocument: events.opened.event,
    onDidCloseTextDocument: events.closed.event,
    onDidChangeTextDocument: events.changed.event,
    onDidSaveTextDocument: events.saved.event,
    onDidSaveNotebookDocument: events.notebookSaved.event,
    openTextDocument: async (uri: Uri) => open(uri.toString()),
  };

  function open(uri: string, text = files.get(uri)): FakeDocument {
    const known = textDocuments.find((document) => document.uri.toString() === uri);
    if (known) return known;
    if (text === undefined) throw new Error('There is no such file.');
    const document = fakeDocument(uri, text);
    textDocuments.push(document);
    events.opened.fire(document);
    return document;
  }

  /** Shows a document in an editor of its own, with `[start, end)` selected. */
  function show(document: FakeDocument, [start, end]: [number, number] = [0, 0]) {
    const editor = { document, selection: rangeOf(start, end) };
    window.visibleTextEditors.push(editor);
    return editor;
  }

  /** Selects `[start, end)` in an editor. */
  function select(textEditor: ReturnType<typeof show>, [start, end]: [number, number]): void {
    textEditor.selection = rangeOf(start, end);
    events.selection.fire({ textEditor });
  }

  /** Makes an editor the active one; `undefined`: a tab that is no text editor. */
  function activate(editor: unknown): void {
    window.activeTextEditor = editor;
    events.activeEditor.fire(editor);
  }

  function close(document: FakeDocument): void {
    textDocuments.splice(textDocuments.indexOf(document), 1);
    document.isClosed = true;
    window.visibleTextEditors = window.visibleTextEditors.filter(
      (editor) => (editor as { document: unknown }).document !== document,
    );
    events.closed.fire(document);
  }

  /** Puts `text` in the place of `[start, end)`. */
  function edit(document: FakeDocument, [start, end]: [number, number], text: string): void {
    document.version += 1;
    document.text = document.text.slice(0, start) + text + document.text.slice(end);
    const contentChanges = [{ rangeOffset: start, rangeLength: end - start, text }];
    events.changed.fire({ document, contentChanges });
  }

  function save(document: FakeDocument): void {
    events.saved.fire(document);
  }

  /** Saves the notebook that documents are the cells of. */
  function saveNotebook(cells: readonly FakeDocument[]): void {
    events.notebookSaved.fire({ getCells: () => cells.map((document) => ({ document })) });
  }

  /** Saves an untitled document as a file, in the steps that VS Code takes. */
  function saveAs(untitled: FakeDocument, uri: string): void {
    const file = open(uri, '');
    edit(file, [0, 0], untitled.text);
    events.saved.fire(file);
    edit(untitled, [0, untitled.text.length], '');
    close(untitled);
  }

  return {
    vscode: { ...fakeVscode, Uri, window, workspace },
    files,
    open,
    show,
    select,
    activate,
    close,
    edit,
    save,
    saveNotebook,
    saveAs,
  };
}

/** Passes a fake for what it stands in for. */
export const asDocument = (document: FakeDocument): vscode.TextDocument =>
  document as unknown as vscode.TextDocument;
