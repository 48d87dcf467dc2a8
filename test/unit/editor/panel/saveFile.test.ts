import { beforeEach, expect, it, vi } from 'vitest';
import { fakeVscode } from '../fakeVscode';

/** As much of a URI as a save needs. */
class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static parse(text: string): Uri {
    const colon = text.indexOf(':');
    return new Uri(text.slice(0, colon), text.slice(colon + 1));
  }
  static file = (path: string): Uri => new Uri('file', path);
  static joinPath({ scheme, path }: Uri, part: string): Uri {
    return new Uri(scheme, part === '..' ? path.slice(0, path.lastIndexOf('/')) : `${path}/${part}`);
  }
  toString = (): string => `${this.scheme}:${this.path}`;
}

const notebook = { uri: Uri.parse('file:/books/trials/a.ipynb'), getCells: () => [cell] };
const cell = { notebook, document: { uri: Uri.parse('vscode-notebook-cell:/books/trials/a.ipynb#1') } };
const asked: string[] = [];
const vscode = {
  ...fakeVscode,
  Uri,
  window: {
    ...fakeVscode.window,
    showSaveDialog: async ({ defaultUri }: { defaultUri: Uri }): Promise<Uri | undefined> => {
      asked.push(defaultUri.toString());
      return answer;
    },
  },
  workspace: {
    ...fakeVscode.workspace,
    workspaceFolders: [{ uri: Uri.parse('file:/books/first') }],
    notebookDocuments: [notebook],
    fs: { isWritableFileSystem: (scheme: string) => scheme === 'file', writeFile: async () => undefined },
  },
};
vi.mock('vscode', () => vscode);
let answer: Uri | undefined;

/** Where a file of that name is offered, for documents one after the other. */
async function offered(...documents: string[]): Promise<string[]> {
  const { saveFile } = await import('../../../../src/editor/panel/saveFile');
  asked.length = 0;
  for (const document of documents) await saveFile('map.png', new Uint8Array(), Uri.parse(document) as never);
  return [...asked];
}

beforeEach(() => {
  vi.resetModules();
  answer = undefined;
});

it('a file is offered beside the document that it is about, else in the workspace', async () => {
  const documents = ['file:/books/second/a.prompt.md', cell.document.uri.toString(), 'untitled:Untitled-1'];
  expect(await offered(...documents)).toEqual([
    'file:/books/second/map.png',
    'file:/books/trials/map.png',
    'file:/books/first/map.png',
  ]);
});

it('once one was saved, where that was', async () => {
  answer = Uri.parse('file:/home/me/figures/one.png');
  expect(await offered('file:/books/a.md', 'file:/books/b.md')).toEqual([
    'file:/books/map.png',
    'file:/home/me/figures/map.png',
  ]);
});
