import * as vscode from 'vscode';
import type { RanTest } from '../../analysis/promptTests/runTest';
import { DisposableStore } from '../disposable';
import { documentAt } from '../documents/openDocuments';
import { beside } from './textFiles';

/** Scheme of prompts as tests fed them. */
const SCHEME = 'attnscope-prompt-test';

/** Prompts as tests fed them: their own file where that is what was fed, else a text that can only be read. */
export class TestedPrompts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new vscode.EventEmitter<vscode.Uri>());
  private readonly texts = new Map<string, string>();

  readonly onDidChange = this.changed.event;

  constructor() {
    this.store.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** The document of the prompt that a test of a file fed. */
  async documentOf(file: vscode.Uri, { test, prompt }: RanTest): Promise<vscode.TextDocument | undefined> {
    if (!prompt) return undefined;
    const { source } = test;
    const own = source.kind === 'file' ? await documentAt(beside(file, source.file)) : undefined;
    if (own?.getText() === prompt.text) return own;
    const name = prompt.path?.split(/[\\/]/).at(-1) ?? 'prompt.txt';
    const path = `/${test.name.replaceAll('/', '∕')}/${name}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: file.toString() });
    const isOther = this.texts.get(uri.toString()) !== prompt.text;
    this.texts.set(uri.toString(), prompt.text);
    if (isOther) this.changed.fire(uri);
    return vscode.workspace.openTextDocument(uri);
  }

  dispose(): void {
    this.store.dispose();
  }
}
