import type { Locator } from 'playwright-core';
import type { Editor } from './editor';

/** Opens the quick input with this text; `>` before it lists commands. */
export async function quickInput({ page }: Editor, text: string): Promise<Locator> {
  const box = page.locator('.quick-input-widget');
  const input = box.locator('input.input').first();
  for (let tries = 0; ; tries++) {
    if (await box.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    try {
      await input.waitFor({ state: 'visible', timeout: 3000 });
      // A box that another part of the window closes at this moment is opened again.
      await input.fill(text, { timeout: 3000 });
      return box;
    } catch (error) {
      if (tries > 4) throw error;
    }
  }
}

/** Milliseconds after which a click that changed nothing is one that the window has lost. */
const LOST_MS = 5000;

/**
 * Runs a command from the palette by its full title, e.g. `Attnscope: Scan for Injection Phrases`.
 *
 * @throws Error where the palette does not offer it.
 */
export async function runCommand(editor: Editor, title: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const box = await quickInput(editor, `>${title}`);
    const label = editor.page.locator('.label-name').getByText(title, { exact: true });
    const row = box.locator('.monaco-list-row').filter({ has: label }).first();
    try {
      await row.waitFor({ timeout: 3000 });
      await row.click();
      await untilTaken(box, `>${title}`);
      return;
    } catch (cause) {
      await editor.page.keyboard.press('Escape');
      if (Date.now() > end) throw new Error(`The palette has no command "${title}".`, { cause });
    }
  }
}

/**
 * Waits until the palette has taken a choice: it is gone, or asks for something else.
 *
 * @throws Error where it stays as it was
 */
async function untilTaken(box: Locator, text: string): Promise<void> {
  const end = Date.now() + LOST_MS;
  const input = box.locator('input.input').first();
  while ((await box.isVisible()) && (await input.inputValue()) === text) {
    if (Date.now() > end) throw new Error('The palette took no notice of a click.');
    await box.page().waitForTimeout(50);
  }
}

/** Titles that the palette lists for a text, once it lists any. */
export async function listCommands(editor: Editor, text: string): Promise<string[]> {
  const box = await quickInput(editor, `>${text}`);
  await box.locator('.monaco-list-row .label-name, .quick-input-message').first().waitFor();
  const labels = await box.locator('.monaco-list-row .label-name').allInnerTexts();
  await editor.page.keyboard.press('Escape');
  return labels.map((label) => label.replaceAll('\u00a0', ' '));
}

/** Picks a row of the quick input that is open, by its exact label. */
export async function pick({ page }: Editor, label: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.locator('.monaco-list-row').first().waitFor({ timeout: 10_000 });
  await box.locator('input.input').first().fill(label);
  const exact = page.locator('.label-name').getByText(label, { exact: true });
  await box.locator('.monaco-list-row').filter({ has: exact }).first().click({ timeout: 10_000 });
  await box.waitFor({ state: 'hidden', timeout: 10_000 });
}

/**
 * Reloads the window by its command, at which VS Code stores what is open; a bare reload of the page, see `reload`, does
 * not wait for that. Waits for the new page alone, not for VS Code in it.
 */
export async function reloadByCommand(editor: Editor): Promise<void> {
  const loaded = editor.page.waitForEvent('domcontentloaded', { timeout: 30_000 });
  await runCommand(editor, 'Developer: Reload Window');
  await loaded;
}
