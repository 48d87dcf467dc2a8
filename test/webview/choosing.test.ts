import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, seeAll, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import { reportOf } from './reportPage';

let driver: Driver;
let report: Bundle;
let panel: Bundle;

beforeAll(async () => {
  [driver, report, panel] = await Promise.all([
    startDriver(),
    bundle('webview/report.ts'),
    bundle('webview/panel.ts'),
  ]);
});
afterAll(() => driver.close());

const chosen = (page: Page) => page.locator('.token[aria-selected=true]').getAttribute('data-token');
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
/** Whether a token is in view. */
const inView = (page: Page, token: number) =>
  page.evaluate((index) => {
    const box = document.querySelector(`[data-token="${index}"]`)!.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }, token);

describe('a long prompt', () => {
  const made = makeAnalysis({ tokens: 900, layers: 2, heads: 1 });

  test('a cell that is chosen leaves the map under the pointer', async () => {
    const { page, extension } = await openPanel(driver, panel, { state: resultState(made), made });
    await openPlace(page, 'map');
    await page.locator('#map .chart canvas').waitFor();
    await page.locator('#map .chart').evaluate((chart) => chart.scrollIntoView({ behavior: 'instant' }));
    const before = await scrolled(page);
    await page.locator('#map .chart canvas').click({ position: { x: 120, y: 60 } });
    await expect.poll(() => chosen(page)).not.toBe('899');
    const token = Number(await chosen(page));
    // What VS Code answers: the editor's selection is the token.
    await extension.tell('highlight', {
      analysis: 'a1',
      tokens: { first: token, end: token + 1, isNew: true },
    });
    await expect.poll(() => page.locator(`.token.is-highlighted[data-token="${token}"]`).count()).toBe(1);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    expect(await scrolled(page)).toBe(before);
    await page.context().close();
  });

  test('in a report, the place of a finding leads to its words', async () => {
    const page = await driver.open(await reportOf(made, report));
    await seeAll(page);
    const { first } = made.result.attention.spans[0]!.tokens;
    expect(await inView(page, first)).toBe(false);
    await page.locator('.finding .link').click();
    await expect.poll(() => inView(page, first)).toBe(true);
    await page.context().close();
  });
});

test('of many layers, the open one is marked', async () => {
  const made = makeAnalysis({ tokens: 24, layers: 14, heads: 1 });
  const { page } = await openPanel(driver, panel, { state: resultState(made), made });
  await openPlace(page, 'map');
  const open = page.locator('[role=radiogroup][aria-label="All layers"] [aria-checked=true]');
  await open.waitFor();
  expect(await open.textContent()).toBe('Layer 8');
});

test('where single weights are not at hand, the strip’s numbers are of blocks and say so', async () => {
  const made = makeAnalysis({ tokens: 120 });
  const page = await driver.open(await reportOf(made, report, { budget: 30_000 }));
  await seeAll(page);
  await page.locator('[data-token="50"]').click();
  const prompt = page.locator('#prompt');
  await expect.poll(() => prompt.locator('.readout').textContent()).toContain('blocks of 2 tokens');
  expect(await prompt.locator('.note').first().textContent()).toContain(
    'Each cell is the largest weight of 2 × 2 tokens.',
  );
  await prompt.locator('vscode-button', { hasText: 'Table' }).click();
  expect(await prompt.locator('table').getAttribute('aria-rowcount')).toBe('61');
  await prompt.locator('td[tabindex="0"]').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  expect(await prompt.locator('tr[aria-rowindex="3"] th').textContent()).toMatch(/^2–3 /);
  await page.keyboard.press('Enter');
  expect(await chosen(page)).toBe('2');
  await page.context().close();
});

describe('a chat', () => {
  const made = makeAnalysis({ tokens: 24, words: { 8: ' end\n', 9: '\n', 10: ' Short\n' } });
  made.result.tokens[20]!.segment = null;
  made.result.tokens[20]!.origin = 'unmapped';
  let page: Page;
  beforeAll(async () => {
    page = await driver.open(await reportOf(made, report));
    await seeAll(page);
  });

  test('the arrow down goes line by line, and up again', async () => {
    const top = (token: number) =>
      page.locator(`[data-token="${token}"]`).evaluate((element) => element.getBoundingClientRect().top);
    const lineOf = async (token: string | null) => await top(Number(token));
    await page.locator('[data-token="8"]').click();
    const lines = [await lineOf('8')];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      lines.push(await lineOf(await chosen(page)));
      if (i === 0) expect(await chosen(page)).toBe('9');
      if (i === 1) expect(await chosen(page)).toBe('10');
    }
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await chosen(page)).toBe('10');
  });

  test('text whose place is not known is not called the template’s', async () => {
    const group = page.locator('[data-token="20"]').locator('xpath=..');
    expect(await group.getAttribute('aria-label')).toBe('unmapped');
  });

  test('who attends to the sink is said where it is shown, and to a token never itself', async () => {
    await page.locator('[data-token="0"]').click();
    const sentence = page.locator('#prompt .readout');
    await expect.poll(() => sentence.textContent()).toContain('seen where “Show sink (token 0)” is ticked');
    await page.locator('.page-tools vscode-checkbox', { hasText: 'sink' }).click();
    await expect.poll(() => sentence.textContent()).toMatch(/Attended to most by \d/);
    await page.locator('[data-token="23"]').click();
    await expect.poll(() => sentence.textContent()).toContain('No later token attends to it.');
    await page.locator('.page-tools vscode-checkbox', { hasText: 'sink' }).click();
  });

  test('the pointer takes its cell along when it leaves the map', async () => {
    const canvas = page.locator('#map .chart canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6);
    await expect.poll(() => page.locator('.is-cursor').count()).toBeGreaterThan(0);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + 40);
    await expect.poll(() => page.locator('.is-cursor').count()).toBe(0);
    expect(await page.locator('#map .readout').textContent()).toBe(
      'Point at a cell, or walk with the arrow keys.',
    );
  });

  test('what keys point at stays where the pointer passes by', async () => {
    const canvas = page.locator('#map .chart canvas');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    const told = await page.locator('#map .readout').textContent();
    const box = (await canvas.boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + box.height - 4);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + 40);
    expect(await page.locator('#map .readout').textContent()).toBe(told);
  });

  test('shares of layers are walked row by row in their table, and told anew where they change', async () => {
    await page.locator('#layers vscode-button', { hasText: 'Table' }).click();
    await page.locator('#layers td[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.row)).toBe('2');
    await page.locator('#layers vscode-button', { hasText: 'Table' }).click();

    const readout = page.locator('#layers .readout');
    const canvas = page.locator('#layers canvas[role=application]');
    await canvas.press('Home');
    const hidden = await readout.textContent();
    expect(hidden).toMatch(/^Layer 0: the system prompt/);
    await page.locator('.page-tools vscode-checkbox', { hasText: 'sink' }).click();
    expect(await readout.textContent()).toMatch(/^Layer 0: the sink/);
    await page.locator('.page-tools vscode-checkbox', { hasText: 'sink' }).click();
    // Another layer that is opened is marked, whatever was walked to before.
    await canvas.press('ArrowRight');
    await canvas.press('Enter');
    expect(await readout.textContent()).toBe('');
  });

  test('whether the sink is in is said once, at the top, and by no figure again', async () => {
    expect(await page.locator('.page-tools .note').textContent()).toContain(
      'Without the sink (0 <|im_start|>)',
    );
    for (const section of ['#map', '#heads', '#layers', '#flow', '#boundaries'])
      expect(await page.locator(`${section} .note`).first().textContent()).not.toContain('sink (');
    expect(await page.locator('#heads canvas[role=application]').getAttribute('aria-label')).toContain(
      'Enter opens its map',
    );
  });
});
