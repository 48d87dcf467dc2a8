import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser, type BrowserOptions } from './browser';
import { startServer, type Server, type ServerOptions } from './server';
import { makeWorkspace } from './workspace';

/** Root of the repository: the unpacked extension. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Whether windows can be tested on this machine: the server runs on Linux only. */
export const WINDOWS_RUN_HERE = process.platform === 'linux';
if (!WINDOWS_RUN_HERE)
  console.log('Skipped: tests of a window need the VS Code server, which runs on Linux only.');

export interface EditorOptions extends ServerOptions, BrowserOptions {
  /** Files of the workspace folder: path → text. */
  files?: Record<string, string>;
}

/** A real VS Code with a folder open, seen in a real browser. */
export interface Editor {
  page: Page;
  server: Server;
  /** Absolute path of the open folder. */
  workspace: string;
  /** What the browser's console said so far, uncaught errors included. */
  console: readonly string[];
  stop(): Promise<void>;
}

/** Milliseconds within which VS Code has to be usable. */
const START_MS = 60_000;

/** Starts VS Code with our built extension (unless `vsixPath` is given) and waits until it is usable. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const workspace = makeWorkspace(options.files ?? {});
  const server = await startServer(options.vsixPath ? options : { extensionPath: ROOT, ...options });
  const { browser, page } = await startBrowser(options);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`[pageerror] ${error.stack ?? error.message}`));

  const editor: Editor = {
    page,
    server,
    workspace: workspace.folder,
    console: lines,
    async stop() {
      await browser.close();
      await server.stop();
      workspace.remove();
    },
  };
  try {
    await page.goto(workbenchUrl(server, workspace.folder), { timeout: START_MS });
    await untilUsable(page);
    return editor;
  } catch (error) {
    const said = [server.output().slice(-2000), ...lines.slice(-20)].join('\n');
    await editor.stop();
    throw new Error(`VS Code did not become usable.\n${said}`, { cause: error });
  }
}

/** Address of the workbench with a folder open; `payload` is VS Code's own start data. */
export function workbenchUrl({ url }: Server, folder: string, payload: [string, string][] = []): string {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${url}/?${query}`;
}

/** Loads the window anew, as *Developer: Reload Window* does. */
export async function reload({ page }: Editor): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await untilUsable(page);
}

/** Saves a picture of the window; for looking at, never compared. */
export async function screenshot({ page }: Editor, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
}

/** Every log file that VS Code and the extensions wrote, by its path below the log folder. */
export function logFiles({ server }: Editor): Record<string, string> {
  if (!existsSync(server.logFolder)) return {};
  const names = readdirSync(server.logFolder, { recursive: true, encoding: 'utf8' });
  const logs = names.filter((name) => name.endsWith('.log'));
  return Object.fromEntries(
    logs.map((name) => [name, readFileSync(path.join(server.logFolder, name), 'utf8')]),
  );
}

async function untilUsable(page: Page): Promise<void> {
  const timeout = START_MS;
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout });
  // Before this mark the palette, the menus and the themes know nothing of extensions.
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0, null, {
    timeout,
  });
  await page.locator('.monaco-workbench[class*="vscode-theme-"]').first().waitFor({ timeout });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout });
}
