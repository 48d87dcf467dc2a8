import * as vscode from 'vscode';
import { wholeDocument } from '../analysis/target';
import { DisposableStore } from '../disposable';
import { runAnalysis, type AnalysisParts } from './runAnalysis';

/** Scheme of the example's copy. */
const SCHEME = 'attnscope-example';
const NAME = 'support-mail.prompt.md';

/**
 * Registers a prompt with a planted instruction that may be opened, edited and analysed freely: a copy in memory,
 * saved with every edit, so that nobody is asked to save it when it is closed.
 */
export function registerExample(parts: AnalysisParts, extension: vscode.Uri): vscode.Disposable {
  const store = new DisposableStore();
  const original = vscode.Uri.joinPath(extension, 'media', 'examples', NAME);
  store.add(vscode.workspace.registerFileSystemProvider(SCHEME, exampleFile(original)));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === SCHEME && document.isDirty) void document.save();
    }),
  );
  const open = async (): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: SCHEME, path: `/${NAME}` }),
    );
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  };
  store.add(vscode.commands.registerCommand('attnscope.openExample', open));
  store.add(
    vscode.commands.registerCommand('attnscope.analyzeExample', async () =>
      runAnalysis(parts, wholeDocument(await open())),
    ),
  );
  return store;
}

/** One file in memory, which begins as the original. */
function exampleFile(original: vscode.Uri): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let content: Thenable<Uint8Array> | undefined;
  let mtime = 0;
  const read = () => (content ??= vscode.workspace.fs.readFile(original));
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => changed,
    stat: async () => ({ type: vscode.FileType.File, ctime: 0, mtime, size: (await read()).length }),
    readFile: read,
    writeFile(_, bytes) {
      content = Promise.resolve(bytes);
      mtime += 1;
    },
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
