import { readFileSync, writeFileSync } from 'node:fs';
import { reload, type Editor } from './editor';
import { pick, runCommand } from './palette';

/**
 * Changes user settings (`undefined` removes one) and loads the window anew, since the workbench
 * heeds an outside change of the file only in its first seconds.
 */
export async function setSettings(editor: Editor, change: Record<string, unknown>): Promise<void> {
  const { settingsFile } = editor.server;
  const now = JSON.parse(readFileSync(settingsFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(settingsFile, JSON.stringify({ ...now, ...change }));
  await reload(editor);
}

/** Picks a colour theme as a person does: `Dark Modern`, `Light Modern`, `Dark High Contrast`. */
export async function setTheme(editor: Editor, label: string): Promise<void> {
  const workbench = editor.page.locator('.monaco-workbench').first();
  const before = await workbench.getAttribute('class');
  await runCommand(editor, 'Preferences: Color Theme');
  await pick(editor, label);
  await editor.page
    .waitForFunction((old) => document.querySelector('.monaco-workbench')?.className !== old, before, {
      timeout: 5000,
    })
    // It was the theme already.
    .catch(() => undefined);
}

/** Answers the question about the folder's authors; the editor was started with `trust: 'ask'`. */
export async function answerTrust({ page }: Editor, yes: boolean): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box');
  const button = dialog.locator('.monaco-button').filter({ hasText: yes ? /^Yes/ : /^No/ });
  await button.first().click({ timeout: 20_000 });
  await dialog.waitFor({ state: 'hidden', timeout: 10_000 });
}
