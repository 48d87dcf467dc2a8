import * as vscode from 'vscode';
import { isPromptTest, PROMPT_TEST_GLOB } from '../../promptTests/fileNames';
import { filesOf } from '../../promptTests/filesOf';
import type { PromptTest } from '../../promptTests/promptTest';
import { readTestFile } from '../../promptTests/read/readTestFile';
import type { Place } from '../../protocol/written/problem';
import { toWireError } from '../../protocol/errors';
import { DisposableStore } from '../disposable';
import { toldIn, translated } from '../translated';
import { beside, readTextAt } from './textFiles';

/** The test files of the window as items of the Test Explorer, kept in step with their texts. */
export class TestFiles implements vscode.Disposable {
  private readonly store = new DisposableStore();
  /** By the URI of the test file. */
  private readonly tests = new Map<string, PromptTest[]>();

  constructor(private readonly controller: vscode.TestController) {
    const { workspace } = vscode;
    const watcher = this.store.add(workspace.createFileSystemWatcher(PROMPT_TEST_GLOB));
    this.store.add(watcher.onDidCreate((uri) => this.read(uri)));
    this.store.add(watcher.onDidChange((uri) => this.read(uri)));
    this.store.add(watcher.onDidDelete((uri) => this.forget(uri)));
    this.store.add(workspace.onDidOpenTextDocument(({ uri }) => this.readIfTest(uri)));
    this.store.add(workspace.onDidChangeTextDocument(({ document }) => this.readIfTest(document.uri)));
    for (const { uri } of workspace.textDocuments) this.readIfTest(uri);
  }

  /** Finds all test files of the workspace. */
  async discover(): Promise<void> {
    const found = await vscode.workspace.findFiles(PROMPT_TEST_GLOB, '**/node_modules/**');
    await Promise.all(found.map((uri) => this.read(uri)));
  }

  /** The test of an item as it was read last; nothing for a file, or where it is gone. */
  testOf({ uri, label, parent }: vscode.TestItem): PromptTest | undefined {
    return parent && uri && this.tests.get(uri.toString())?.find(({ name }) => name === label);
  }

  /** Reads a test file again, so that its items are those of its text. */
  async read(uri: vscode.Uri): Promise<void> {
    const item = this.itemOf(uri);
    try {
      const { tests, problems } = readTestFile(await readTextAt(uri));
      this.tests.set(uri.toString(), tests);
      item.error =
        problems.length > 0
          ? problems.map((problem) => lineOf(problem, toldIn(problem.sentences))).join('\n')
          : undefined;
      this.keepInStep(item, uri, tests);
    } catch (error) {
      this.tests.delete(uri.toString());
      item.error = translated(toWireError(error)).message;
      item.children.replace([]);
    }
  }

  /** The tests that a changed file concerns: all of its own, and those whose prompts are made of it. */
  concernedBy(changed: vscode.Uri): vscode.TestItem[] {
    const isChanged = (uri: vscode.Uri) => uri.toString() === changed.toString();
    return [...this.controller.items].flatMap(([, file]) => {
      const uri = file.uri!;
      const items = [...file.children].map(([, item]) => item);
      if (isChanged(uri)) return items.length > 0 ? items : [file];
      return items.filter((item) => {
        const test = this.testOf(item);
        return test && filesOf(test).some((path) => isChanged(beside(uri, path)));
      });
    });
  }

  dispose(): void {
    this.store.dispose();
  }

  /** Items of tests that stay are kept: a run may be at them. */
  private keepInStep(item: vscode.TestItem, uri: vscode.Uri, tests: readonly PromptTest[]): void {
    const ids = tests.map(({ name }) => `${uri.toString()}#${name}`);
    for (const [id] of item.children) if (!ids.includes(id)) item.children.delete(id);
    for (const [index, { name, place }] of tests.entries()) {
      const id = ids[index]!;
      const child = item.children.get(id) ?? this.controller.createTestItem(id, name, uri);
      child.range = rangeOf(place);
      child.sortText = String(index).padStart(6, '0');
      item.children.add(child);
    }
  }

  private readIfTest(uri: vscode.Uri): void {
    // A former version of a file, as a comparison shows it, has the same path and is no file of the workspace.
    const isFile = uri.scheme === 'file' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    if (isFile && isPromptTest(uri.path)) void this.read(uri);
  }

  private forget(uri: vscode.Uri): void {
    this.tests.delete(uri.toString());
    this.controller.items.delete(uri.toString());
  }

  private itemOf(uri: vscode.Uri): vscode.TestItem {
    const id = uri.toString();
    const known = this.controller.items.get(id);
    if (known) return known;
    const item = this.controller.createTestItem(id, vscode.workspace.asRelativePath(uri), uri);
    this.controller.items.add(item);
    return item;
  }
}

/** A place in a test file as the editor counts it. */
export function rangeOf({ line, column, endLine, endColumn }: Place): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}

function lineOf({ line, column }: Place, message: string): string {
  return `${line}:${column} ${message}`;
}
