import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, type Bundle, bundle, type Driver, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import type { ExtensionOptions } from './panelPage';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24 });
const result = resultState(made);

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const open = (options: ExtensionOptions) => openPanel(driver, program, { made, ...options });

test('the line of a message that the template leaves out is where the message stands by now', async () => {
  const leftOut = [{ segment: 1, role: 'tool' as const, line: 8, reason: 'chat-template' as const }];
  const { page, extension } = await open({
    state: resultState({ ...made, result: { ...made.result, leftOut } }),
  });
  const notice = page.locator('p.notice', { hasText: 'did not read' });
  expect(await notice.textContent()).toContain('at line 8');
  await extension.tell('mark', { analysis: 'a1', stale: false, edited: null, pinned: false, linesMoved: 2 });
  expect(await notice.textContent()).toContain('at line 10');
});

test('a selection is named by where it stands by now, with its whole document beside it', async () => {
  const { page, extension } = await open({ state: { ...result, selection: 3 } });
  const name = page.locator('.selection-name');
  expect(await name.textContent()).toContain('Selection, line 3');
  await extension.tell('mark', { analysis: 'a1', stale: false, edited: null, pinned: false, linesMoved: 2 });
  expect(await name.textContent()).toContain('Selection, line 5');
  expect(await accessibilityFaults(page)).toEqual([]);
  await name.locator('vscode-button').click();
  await expect
    .poll(() => extension.asked.at(-1))
    .toMatchObject({ method: 'analyze', params: { whole: true } });
});

test('a text that was read again by itself is shown where the person was, with the focus left alone', async () => {
  const { page, extension } = await open({ state: result });
  await page.locator('[role=tab]', { hasText: 'Layers' }).click();
  await expect.poll(async () => (await extension.remembered())[0]?.place).toBe('layers');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await extension.tell('show', { state: { ...result, analysis: 'a2', follows: 'a1' } });
  const chosen = page.locator('[role=tab][aria-selected=true]');
  expect(await chosen.textContent()).toBe('Layers');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await extension.tell('show', { state: { ...result, analysis: 'a3' } });
  expect(await chosen.textContent()).toBe('Answer');
});
