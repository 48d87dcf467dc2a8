import { EventEmitter, fakeVscode } from '../fakeVscode';

/** Addresses with the parts that test files need. */
export class FakeUri {
  constructor(
    readonly path: string,
    readonly scheme = 'file',
  ) {}
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

class Items {
  private readonly map = new Map<string, FakeItem>();
  constructor(private readonly parent?: FakeItem) {}
  get size(): number {
    return this.map.size;
  }
  get(id: string): FakeItem | undefined {
    return this.map.get(id);
  }
  add(item: FakeItem): void {
    item.parent = this.parent;
    this.map.set(item.id, item);
  }
  delete(id: string): void {
    this.map.delete(id);
  }
  replace(items: FakeItem[]): void {
    this.map.clear();
    items.forEach((item) => this.add(item));
  }
  [Symbol.iterator](): Iterator<[string, FakeItem]> {
    return this.map[Symbol.iterator]();
  }
}

export class FakeItem {
  parent: FakeItem | undefined;
  range: unknown;
  error: string | undefined;
  sortText: string | undefined;
  readonly children = new Items(this);
  constructor(
    readonly id: string,
    readonly label: string,
    readonly uri: FakeUri,
  ) {}
}

class TestMessage {
  location: { range: { start: { line: number } } } | undefined;
  constructor(readonly message: string) {}
}

type Handler = (request: object, token: object) => Promise<void> | void;

/** A window with test files, and what the Test Explorer was told. */
export function fakeTesting(files: Record<string, string>) {
  const told: string[] = [];
  const messages: TestMessage[] = [];
  const saved = new EventEmitter<{ uri: FakeUri }>();
  const changed = new EventEmitter<FakeUri>();
  const opened = new EventEmitter<{ uri: FakeUri }>();
  const items = new Items();
  let handler: Handler | undefined;
  const tell =
    (what: string) =>
    ({ label }: FakeItem, wrong?: unknown): void => {
      told.push(`${what} ${label}`);
      if (Array.isArray(wrong)) messages.push(...(wrong as TestMessage[]));
    };
  const nothing = () => ({ dispose: () => undefined });
  Object.assign(fakeVscode, {
    TestMessage,
    TestRunRequest: class {
      constructor(
        readonly include: unknown,
        readonly exclude: unknown,
      ) {}
    },
    TestRunProfileKind: { Run: 1 },
    Range: class {
      readonly start: object;
      constructor(line: number, character: number) {
        this.start = { line, character };
      }
    },
    Location: class {
      constructor(
        readonly uri: FakeUri,
        readonly range: unknown,
      ) {}
    },
    tests: {
      createTestController: () => ({
        items,
        createTestItem: (id: string, label: string, uri: FakeUri) => new FakeItem(id, label, uri),
        createRunProfile: (_label: string, _kind: number, run: Handler) => void (handler = run),
        createTestRun: () => ({
          enqueued: () => undefined,
          appendOutput: () => undefined,
          started: tell('started'),
          passed: tell('passed'),
          failed: tell('failed'),
          errored: tell('errored'),
          skipped: tell('skipped'),
          end: () => void told.push('end'),
        }),
        dispose: () => undefined,
      }),
    },
    Uri: {
      ...fakeVscode.Uri,
      joinPath: (uri: FakeUri, _up: string, name: string) =>
        new FakeUri(`${uri.path.replace(/[^/]*$/, '')}${name}`),
    },
  });
  fakeVscode.commands = { ...fakeVscode.commands, registerCommand: nothing } as never;
  Object.assign(fakeVscode.workspace, {
    textDocuments: [],
    fs: { readFile: async ({ path }: FakeUri) => new TextEncoder().encode(files[path]) },
    findFiles: async () =>
      Object.keys(files)
        .filter((path) => path.includes('prompt-test'))
        .map((path) => new FakeUri(path)),
    createFileSystemWatcher: () => ({
      onDidCreate: changed.event,
      onDidChange: nothing,
      onDidDelete: nothing,
      dispose: () => undefined,
    }),
    onDidChangeTextDocument: nothing,
    onDidOpenTextDocument: opened.event,
    onDidSaveTextDocument: saved.event,
    registerTextDocumentContentProvider: nothing,
  });
  return {
    told,
    messages,
    items,
    run: (request: object, token: object) => handler!(request, token),
    save: (path: string) => saved.fire({ uri: new FakeUri(path) }),
    open: (path: string, scheme: string) => opened.fire({ uri: new FakeUri(path, scheme) }),
    change: (path: string) => changed.fire(new FakeUri(path)),
  };
}
