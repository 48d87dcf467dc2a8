import { vi } from 'vitest';

/** As much of VS Code's events as the editor's parts need outside it. */
export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.listeners) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

/** A text with its placeholders filled in, as where there is no translation. */
const t = (text: string, ...values: unknown[]): string =>
  text.replace(/\{(\d+)\}/g, (_, i: string) => String(values[Number(i)]));

const nothing = () => ({ dispose: () => undefined });

/** Text in Markdown, as it is written. */
class MarkdownString {
  value = '';
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  appendText(text: string): this {
    return this.appendMarkdown(text);
  }
}

class Hover {
  constructor(readonly contents: MarkdownString[]) {}
}

class CodeAction {
  constructor(
    readonly title: string,
    readonly kind: unknown,
  ) {}
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Diagnostic {
  source: string | undefined;
  code: unknown;
  relatedInformation: { message: string }[] | undefined;
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class Range {
  constructor(
    readonly start: unknown,
    readonly end: unknown,
  ) {}
}

class WorkspaceEdit {
  readonly edits: { range: Range; text: string }[] = [];
  replace(_uri: unknown, range: Range, text: string): void {
    this.edits.push({ range, text });
  }
}

/** A stand-in for the module `vscode`; a test adds what else its part uses. */
export const fakeVscode = {
  EventEmitter,
  l10n: { t, bundle: undefined as Record<string, string> | undefined },
  env: { language: 'en' },
  Uri: {
    joinPath: (...parts: unknown[]) => parts.join('/'),
    parse: (text: string) => text,
    file: (path: string) => path,
  },
  MarkdownString,
  Hover,
  Position,
  Range,
  Diagnostic,
  Location: class {
    constructor(
      readonly uri: unknown,
      readonly range: unknown,
    ) {}
  },
  DiagnosticRelatedInformation: class {
    constructor(
      readonly location: unknown,
      readonly message: string,
    ) {}
  },
  CodeAction,
  ThemeColor: class {},
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  ConfigurationTarget: { Global: 'user', Workspace: 'workspace', WorkspaceFolder: 'folder' },
  CodeActionKind: {
    QuickFix: 'quickfix',
    SourceFixAll: { append: (name: string) => ({ intersects: (only: unknown) => only === name }) },
  },
  WorkspaceEdit,
  ProgressLocation: { Notification: 15 },
  StatusBarAlignment: { Left: 1, Right: 2 },
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  commands: { executeCommand: vi.fn(async () => undefined) },
  window: {
    activeTextEditor: undefined as unknown,
    onDidChangeActiveTextEditor: vi.fn((_listener: () => void) => nothing()),
    createStatusBarItem: vi.fn(),
    withProgress: vi.fn(),
    createTextEditorDecorationType: nothing,
    onDidChangeVisibleTextEditors: nothing,
    registerWebviewViewProvider: vi.fn((_id: string, _provider: unknown) => nothing()),
    registerWebviewPanelSerializer: vi.fn(nothing),
  },
  languages: {
    createLanguageStatusItem: vi.fn(),
    createDiagnosticCollection: vi.fn(),
    registerHoverProvider: vi.fn((_selector: unknown, _provider: unknown) => nothing()),
    registerCodeActionsProvider: vi.fn((_selector: unknown, _provider: unknown) => nothing()),
    match: vi.fn((_selector: { pattern: unknown }, _document: unknown) => 0),
  },
  workspace: {
    asRelativePath: (uri: { path: string }) => uri.path,
    isTrusted: true,
    fs: { isWritableFileSystem: (scheme: string) => (scheme === 'file' ? true : undefined) },
    workspaceFolders: [],
    getWorkspaceFolder: () => undefined,
    getConfiguration: vi.fn(() => ({ get: (_name: string): unknown => undefined })),
    onDidChangeConfiguration: vi.fn((_listener: (event: unknown) => void) => nothing()),
    onDidOpenTextDocument: nothing,
    registerTextDocumentContentProvider: nothing,
    createFileSystemWatcher: () => ({
      onDidCreate: nothing,
      onDidChange: nothing,
      onDidDelete: nothing,
      dispose: () => undefined,
    }),
  },
};
