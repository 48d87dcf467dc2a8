import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelState } from '../../src/protocol/borders/panel';
import { type Bundle, bundle, type Driver, seeAll, startDriver } from './driver';
import { FINDING, makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24 });
const result = resultState(made);
const loading: PanelState = { kind: 'loading', document: 'a.md', progress: null };

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const focusedTag = (page: Page) => page.evaluate(() => document.activeElement!.tagName);

test('the box that keeps an analysis keeps the focus, and asks once', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: result });
  await page.locator('vscode-checkbox', { hasText: 'Keep' }).focus();
  await page.keyboard.press('Space');
  const pins = () => extension.asked.filter(({ method }) => method === 'pin').map(({ params }) => params);
  await expect.poll(pins).toEqual([{ pinned: true }]);
  await extension.tell('mark', { analysis: 'a1', stale: false, edited: null, pinned: true, linesMoved: 0 });
  expect(await focusedTag(page)).toBe('VSCODE-CHECKBOX');
  await extension.tell('mark', { analysis: 'a1', stale: true, edited: null, pinned: false, linesMoved: 0 });
  const checked = () => page.locator('vscode-checkbox', { hasText: 'Keep' }).getAttribute('aria-checked');
  await expect.poll(checked).toBe('false');
  expect(await focusedTag(page)).toBe('VSCODE-CHECKBOX');
  // What the extension says is not asked of it again.
  expect(pins()).toHaveLength(1);
});

test('the answer takes the focus of the button that goes', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: loading });
  await page.locator('vscode-button').focus();
  await extension.tell('show', { state: result });
  expect(await page.evaluate(() => document.activeElement!.className)).toBe('answer');
  expect(await page.locator('.spoken').textContent()).toBe('');
});

test('the answer is read out to a person who waits elsewhere, and takes nothing from them', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: loading });
  await extension.tell('show', { state: result });
  expect(await page.locator('.spoken').textContent()).toBe(await page.locator('h1.answer').textContent());
  expect(await focusedTag(page)).toBe('BODY');
});

test('while it is analysed anew the former page stays, below a line that can be cancelled', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: result });
  await page.locator('#place-map-tab').click();
  const anew = { ...loading, former: 'a1', progress: { stage: 'attention', done: 6, total: 24 } } as const;
  await extension.tell('show', { state: anew });
  expect(await page.locator('#map .chart canvas').isVisible()).toBe(true);
  expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(0.25);
  expect(await page.locator('.spoken').textContent()).toBe('Reading a.md');
  await page.locator('.progress-line vscode-button').click();
  await expect.poll(() => extension.asked.map(({ method }) => method)).toContain('cancel');
  await extension.tell('show', { state: result });
  expect(await page.locator('progress').count()).toBe(0);
  expect(await page.locator('.spoken').textContent()).toBe('');
  // The button that had the focus is gone.
  expect(await focusedTag(page)).toBe('VSCODE-CHECKBOX');
  expect(await page.locator('#map .chart canvas').isVisible()).toBe(true);
  // Of another document there is nothing to leave.
  await extension.tell('show', { state: { ...loading, former: 'other' } });
  expect(await page.locator('#map').count()).toBe(0);
});

test('a link from a hover leads to the cell, as a finding of the page does', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: result });
  await extension.tell('goTo', { analysis: 'a1', finding: FINDING });
  const { layer, head } = made.result.attention.spans[0]!.reading.bestHead.withoutSink;
  await expect
    .poll(() => page.locator('#map h2').textContent())
    .toBe(`Attention, layer ${layer}, head ${head}`);
  expect(await focusedTag(page)).toBe('CANVAS');
  const { first } = made.result.attention.spans[0]!.tokens;
  await expect
    .poll(() => page.locator('#map .readout').first().textContent())
    .toMatch(new RegExp(`^Output token 23 .* attends to Input token ${first} `));
});

test('the page names the language that its texts are in', async () => {
  const language = async (locale: string, translations: Record<string, string>) => {
    const { page } = await openPanel(driver, program, { made, state: result, locale, translations });
    await seeAll(page);
    return page.evaluate(() => ({
      page: document.documentElement.lang,
      rule: document.querySelector('.finding p')!.getAttribute('lang'),
      share: /[\d.,]+\s?%/.exec(document.querySelector('h1')!.textContent)![0],
    }));
  };
  // There is no French: English texts with English numbers.
  expect(await language('fr', {})).toMatchObject({ page: 'en', share: expect.stringMatching(/\d%$/) });
  expect(await language('de', { Findings: 'Befunde' })).toMatchObject({ page: 'de', rule: 'en' });
});
