import type { Locator } from 'playwright-core';
import type { Editor } from './editor';
import { activeEditor } from './textEditor';

type Point = { x: number; y: number };

/**
 * Right-clicks the selection (or a point), clicks the item with this exact text, and gives the
 * texts of all items. Without `item` it only gives the texts.
 *
 * @throws Error where the menu has no such item.
 */
export async function contextMenu(editor: Editor, item?: string, at?: Point): Promise<string[]> {
  const { page } = editor;
  const menu = page.locator('.context-view .monaco-menu, .monaco-menu-container .monaco-menu').last();
  for (let tries = 0; ; tries++) {
    const { x, y } = at ?? (await selectionPoint(editor));
    await page.mouse.click(x, y, { button: 'right' });
    try {
      await menu.waitFor({ timeout: 3000 });
      break;
    } catch (error) {
      if (tries > 2) throw error;
    }
  }
  const texts = (await menu.locator('.action-label').allInnerTexts())
    .map((text) => text.trim())
    .filter(Boolean);
  if (item === undefined || !texts.includes(item)) {
    await page.keyboard.press('Escape');
    if (item === undefined) return texts;
    throw new Error(`The context menu has no "${item}": ${texts.join(' | ')}`);
  }
  const label = page.locator('.action-label').getByText(item, { exact: true });
  const entry = menu.locator('.action-item:not(.disabled)').filter({ has: label }).first();
  await clickEntry(menu, entry);
  return texts;
}

/**
 * Clicks an entry of a menu that is open, until the menu is gone: it ignores a mouse button that goes up in
 * its first moments.
 */
export async function clickEntry(menu: Locator, entry: Locator): Promise<void> {
  for (let tries = 0; ; tries++) {
    await entry.click({ timeout: 5000 });
    try {
      await menu.waitFor({ state: 'hidden', timeout: 1000 });
      return;
    } catch (error) {
      if (tries > 4) throw error;
    }
  }
}

/** A point on the selection: in its widest piece. */
export async function selectionPoint(editor: Editor): Promise<Point> {
  const pieces = activeEditor(editor).locator('.selected-text');
  await pieces.first().waitFor({ timeout: 5000 });
  const boxes = await pieces.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  const [widest] = boxes.sort((a, b) => b.width - a.width);
  if (!widest || widest.width < 1) throw new Error('Nothing is selected in the editor.');
  return { x: widest.x + Math.min(widest.width / 2, 40), y: widest.y + widest.height / 2 };
}
