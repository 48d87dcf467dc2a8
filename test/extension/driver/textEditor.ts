import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Editor } from './editor';
import { quickInput, runCommand } from './palette';

const ACTIVE = '.part.editor .editor-group-container.active .monaco-editor';

/** The active text editor. */
export const activeEditor = ({ page }: Editor): Locator => page.locator(ACTIVE).first();

/** Opens a file of the workspace and puts the cursor into it. */
export async function openFile(editor: Editor, name: string): Promise<void> {
  const file = path.resolve(editor.workspace, name);
  const base = path.basename(file);
  const box = await quickInput(editor, file);
  await box.locator('.monaco-list-row').filter({ hasText: base }).first().click({ timeout: 20_000 });
  await editor.page.locator(`.tabs-container .tab.active[data-resource-name="${base}"]`).waitFor();
  await activeEditor(editor).locator('.view-line').first().waitFor();
  await focusEditor(editor);
}

/** Puts the keyboard focus into the active text editor. */
export async function focusEditor(editor: Editor): Promise<void> {
  const focused = editor.page.locator(`${ACTIVE}.focused`).first();
  const input = activeEditor(editor).locator('.native-edit-context, textarea.inputarea').first();
  await input.evaluate((element) => (element as HTMLElement).focus());
  await focused.waitFor({ timeout: 2000 }).catch(async () => {
    await runCommand(editor, 'View: Focus Active Editor Group');
    await focused.waitFor({ timeout: 5000 });
  });
}

/** Selects the whole document. */
export async function selectAll(editor: Editor): Promise<void> {
  await focusEditor(editor);
  await editor.page.keyboard.press('ControlOrMeta+a');
  await activeEditor(editor).locator('.selected-text').first().waitFor({ timeout: 5000 });
}

/** Selects the first occurrence of a text. */
export async function selectText(editor: Editor, text: string): Promise<void> {
  const { page } = editor;
  await focusEditor(editor);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+f');
  await page.locator('.find-widget.visible textarea.input').first().fill(text);
  const count = page.locator('.find-widget.visible .matchesCount').filter({ hasText: /\d+ of \d+/ });
  await count.waitFor({ timeout: 5000 });
  await page.keyboard.press('Escape');
  await activeEditor(editor).locator('.selected-text').first().waitFor({ timeout: 5000 });
}

/** Types at the cursor of the active text editor, key by key. */
export async function typeText(editor: Editor, text: string): Promise<void> {
  await focusEditor(editor);
  await editor.page.keyboard.type(text);
}

/** Text that VS Code has selected in the active editor, taken through the clipboard. */
export async function selectedText(editor: Editor): Promise<string> {
  await focusEditor(editor);
  await editor.page.keyboard.press('ControlOrMeta+c');
  return editor.page.evaluate(() => navigator.clipboard.readText());
}

/** A squiggle on screen, CSS pixels of the window; `y` is the top of its line. */
export interface Squiggle {
  severity: 'error' | 'warning' | 'info' | 'hint';
  x: number;
  y: number;
  width: number;
}

/** Squiggles in the active editor, those on screen. */
export async function squiggles(editor: Editor): Promise<Squiggle[]> {
  const all = activeEditor(editor).locator(
    '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint',
  );
  return all.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width } = element.getBoundingClientRect();
      const severity = /squiggly-(error|warning|info|hint)/.exec(
        element.className,
      )![1] as Squiggle['severity'];
      return { severity, x, y, width };
    }),
  );
}

/** Text of the hover at a point (CSS pixels), once a part of it holds `part`: its parts come one by one. */
export async function hoverText(editor: Editor, at: { x: number; y: number }, part: string): Promise<string> {
  // A hover opens on movement, not on a pointer that is already there.
  await editor.page.mouse.move(at.x + 2, at.y);
  await editor.page.mouse.move(at.x, at.y);
  const rows = editor.page.locator('.monaco-hover:not(.hidden) .hover-row');
  await rows.filter({ hasText: part }).first().waitFor({ timeout: 10_000 });
  return (await rows.allInnerTexts()).join('\n');
}
