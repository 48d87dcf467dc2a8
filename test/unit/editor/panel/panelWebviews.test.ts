import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Panel } from '../../../../src/editor/panel/panel';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { PanelWebviews } = await import('../../../../src/editor/panel/panelWebviews');

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-panel-'));
const extension = { fsPath: folder };
mkdirSync(path.join(folder, 'dist'));
writeFileSync(path.join(folder, 'dist/panel.css'), 'p { color: red }');
writeFileSync(path.join(folder, 'dist/panel.js'), "show('</script>')");
afterAll(() => rmSync(folder, { recursive: true }));

/** A view of the side bar that the test closes. */
function fakeView() {
  const closed = new EventEmitter<void>();
  const webview = { options: {}, html: '' };
  const view = { webview, visible: true, onDidDispose: closed.event, onDidChangeVisibility: closed.event };
  return { view, webview, close: () => closed.fire() };
}

/** Webviews of a panel whose sessions begin when the test says so. */
function setUp() {
  let begin: (session: unknown) => void = () => undefined;
  const panel = {
    attach: () => new Promise((resolve) => (begin = resolve)),
    detach: vi.fn(),
  };
  const webviews = new PanelWebviews(panel as unknown as Panel, extension as vscode.Uri);
  const [, provider] = fakeVscode.window.registerWebviewViewProvider.mock.lastCall!;
  const { resolveWebviewView } = provider as { resolveWebviewView(view: unknown): Promise<void> };
  return { webviews, panel, begin: (session: unknown) => begin(session), resolveWebviewView };
}

it('a view that is closed before its session is there leaves none behind', async () => {
  const { panel, begin, resolveWebviewView } = setUp();
  const { view, webview, close } = fakeView();
  const resolved = resolveWebviewView(view);
  close();
  const session = {};
  begin(session);
  await resolved;
  expect(panel.detach).toHaveBeenCalledWith(session);
  expect(webview.html).toBe('');
});

it('a view that is closed later takes its session with it', async () => {
  const { panel, begin, resolveWebviewView } = setUp();
  const { view, webview, close } = fakeView();
  const resolved = resolveWebviewView(view);
  const session = { close: () => undefined };
  begin(session);
  await resolved;
  // The page asks for no file, and its program does not end it early.
  expect(webview.html).toContain('p { color: red }');
  expect(webview.html).toContain("show('<\\/script>')");
  expect(webview.html).not.toMatch(/ (src|href)=/);
  close();
  expect(panel.detach).toHaveBeenCalledExactlyOnceWith(session);
});

it('who goes to the panel gets it with the keyboard', async () => {
  const { webviews, begin, resolveWebviewView } = setUp();
  const { view } = fakeView();
  const resolved = resolveWebviewView(view);
  begin({ close: () => undefined });
  await resolved;
  await webviews.focus();
  expect(fakeVscode.commands.executeCommand).toHaveBeenLastCalledWith('attnscope.panel.focus');
});
