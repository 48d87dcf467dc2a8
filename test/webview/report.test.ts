import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, type Bundle, bundle, type Driver, seeAll, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { reportOf } from './reportPage';

let driver: Driver;
let program: Bundle;
let html: string;
const made = makeAnalysis({ tokens: 24 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/report.ts')]);
  html = await reportOf(made, program);
});
afterAll(() => driver.close());

/** A weight as a person reads it. */
const percent = (weight: number) =>
  new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 }).format(weight);

/** The map's weight that the page tells for its cell under the cursor. */
async function readout(page: Page): Promise<string> {
  return (await page.locator('#map .readout').textContent())!;
}

test('opens from a file without an error, a request, or a breach of its own policy', async () => {
  const page = await driver.open(html);
  await seeAll(page);
  expect(await page.locator('h1.answer').textContent()).toContain('in the data');
  expect(await page.locator('.figure').count()).toBeGreaterThanOrEqual(7);
  expect(driver.troubles()).toEqual([]);
});

test('its figures are headed a level below the places that they stand in', async () => {
  const page = await driver.open(html);
  await seeAll(page);
  const headings = await page
    .locator('#app :is(h1, h2, h3, h4)')
    .evaluateAll((all) => all.map(({ tagName, textContent }) => `${tagName} ${textContent}`));
  expect(headings.filter((heading) => heading.startsWith('H1'))).toHaveLength(1);
  expect(headings).toEqual(
    expect.arrayContaining(['H2 Next words', 'H2 Map', 'H4 All layers', 'H2 Layers', 'H3 Boundaries']),
  );
  const levels = headings.map((heading) => Number(heading[1]));
  expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
});

test('prints as a whole, on paper colours', async () => {
  const page = await driver.open(html, { colorScheme: 'dark' });
  await page.locator('.section').first().waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('.section:not(.is-made)').count()).toBe(0);
  expect(await page.evaluate(() => document.body.classList.contains('vscode-light'))).toBe(true);
});

describe('the map', () => {
  test('tells the exact weight of a cell by keyboard, without and with the sink', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    const canvas = page.locator('#map canvas').first();
    await canvas.focus();
    await page.keyboard.press('ArrowUp');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    // The first key enters at the last row's first column; then three right, one up.
    const [row, column, layer] = [22, 3, 3];
    const mean = (key: number) =>
      [0, 1, 2].reduce((sum, head) => sum + made.weight(layer, head, row, key), 0) / 3;
    const without = mean(column) / (1 - mean(0));
    expect(await readout(page)).toContain(percent(without));
    expect(await readout(page)).toContain('Output token 22');

    await page.locator('.page-tools vscode-checkbox', { hasText: 'sink' }).click();
    await page.waitForFunction(() => !document.querySelector('#map .is-loading, #map.is-loading'));
    await expect.poll(() => readout(page)).toContain(percent(mean(column)));
  });

  test('tells the weight of a single head at the cell under the mouse', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    await page.locator('#map [role=radiogroup][aria-label=Head] button', { hasText: 'Head 1' }).click();
    await expect.poll(() => page.locator('#map h3').first().textContent()).toBe('Attention, layer 3, head 1');
    const canvas = page.locator('#map .chart canvas');
    const { width, height } = (await canvas.boundingBox())!;
    await canvas.hover({ position: { x: width * 0.4, y: height * 0.7 } });
    await expect.poll(() => readout(page)).toMatch(/^Output token \d+ .* attends to Input token \d+/);
    const [, row, column, shown] = /token (\d+) .*token (\d+) .*: ([\d.]+)%$/.exec(await readout(page))!;
    const weight = made.weight(3, 1, Number(row), Number(column)) / (1 - made.weight(3, 1, Number(row), 0));
    expect(`${shown}%`).toBe(percent(weight));
  });

  test('has a table that shares its cursor', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    await page.locator('#map vscode-button', { hasText: 'Table' }).first().click();
    const table = page.locator('#map table[role=grid]');
    expect(await table.getAttribute('aria-rowcount')).toBe('25');
    await page.locator('#map canvas').first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    const cell = table.locator('td[aria-selected=true]');
    expect(await cell.getAttribute('data-row')).toBe('23');
    expect(await cell.getAttribute('data-column')).toBe('1');
    expect(await readout(page)).toContain((await cell.textContent())!);
    await cell.focus();
    await page.keyboard.press('ArrowUp');
    expect(await readout(page)).toContain('Output token 22');
    // Both tokens of the cell are marked in the text.
    const marked = page.locator('.token.is-cursor');
    expect(await marked.evaluateAll((all) => all.map((one) => one.getAttribute('data-token')))).toEqual([
      '1',
      '22',
    ]);
  });

  test('zooms by keys, wheel and button, and shows all again', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    const canvas = page.locator('#map canvas').first();
    const before = await canvas.screenshot();
    await canvas.focus();
    await page.keyboard.press('+');
    const closer = await canvas.screenshot();
    expect(closer.equals(before)).toBe(false);
    await page.keyboard.press('0');
    await page.locator('#map vscode-button[title="Zoom in"]').click();
    await page.locator('#map vscode-button[title="Show all"]').click();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.mouse.move(0, 0);
    await canvas.evaluate((element) => element.blur());
    expect((await canvas.screenshot()).equals(before)).toBe(true);
  });
});

describe('the token strip', () => {
  test('locking a token by key shades what it attends to and what attends to it, and names it', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    await page.locator('[data-token="23"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const locked = page.locator('.token[aria-selected=true]');
    expect(await locked.getAttribute('data-token')).toBe('22');
    await expect.poll(() => page.locator('#prompt .readout').textContent()).toContain('Token 22 (0 to 23)');
    // A causal model cannot read a later token: what is shaded there is what that token gives to this one.
    expect(await page.locator('[data-token="23"]').getAttribute('data-shade')).toMatch(/^by-/);
  });
});

test('a finding leads to its map', async () => {
  const page = await driver.open(html);
  await page.locator('vscode-button', { hasText: 'Show in map' }).click();
  await expect.poll(() => page.locator('#map h3').first().textContent()).toBe('Attention, layer 3, head 1');
  await expect.poll(() => readout(page)).toContain('Output token 23');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
});

test('hostile words make no element, run nothing, and hide nothing', async () => {
  const words = {
    2: ' <img src=x onerror=alert(1)>',
    3: '</script><script>alert(1)</script>',
    4: '\u202Egnp.exe\u202C',
    5: '{tokens}',
    9: '=HYPERLINK("x")',
    10: '&lt;b&gt;',
  };
  const hostile = makeAnalysis({ tokens: 24, words });
  const page = await driver.open(await reportOf({ ...hostile, title: '<b>"&.md' }, program));
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await seeAll(page);
  expect(await page.title()).toBe('<b>"&.md · Attnscope');
  expect(await page.locator('[data-token="2"]').textContent()).toBe(
    ' <img·src=x·onerror=alert(1)>'.replaceAll('·', ' '),
  );
  expect(await page.locator('[data-token="4"]').textContent()).toContain('‹202E›');
  expect(await page.locator('main img, main b, main script').count()).toBe(0);
  expect(await page.locator('script').count()).toBe(hostile.result.model.layers * 3 + 2);
  expect(dialogs).toBe(0);
  expect(driver.troubles()).toEqual([]);
});

test('a masked report holds no word of the prompt, nor does its page', async () => {
  const masked = await reportOf(made, program, { mask: true });
  const page = await driver.open(masked);
  await seeAll(page);
  const [shown, whole] = await page.evaluate(() => [
    document.getElementById('app')!.textContent,
    document.body.textContent,
  ]);
  for (const word of ['meeting', 'Summarize']) expect(whole).not.toContain(word);
  // The page's program speaks of rules.
  expect(shown).not.toContain('rules');
  expect(shown).toContain('were left out');
});

test('the prompt stands with its blanks and line ends, though its tokens hold none', async () => {
  const pieces = makeAnalysis({ tokens: 24 });
  for (const token of pieces.result.tokens) {
    const { text, origin, start } = token;
    if (origin !== 'source' || text.trim() === '') continue;
    token.text = text.trim();
    if (token.text !== text) Object.assign(token, { start: start! + 1, gap: start === 14 ? '\n\n' : ' ' });
  }
  const read = async (mask: boolean) => {
    const page = await driver.open(await reportOf(pieces, program, { mask }));
    return page.locator('.strip .series-0').innerText();
  };
  expect(await read(false)).toBe('You are a mail\n\nassistant');
  expect(await read(true)).toBe('… … … … …');
});

describe('accessibility', () => {
  const looks = [
    { name: 'light', options: { colorScheme: 'light' } },
    { name: 'dark', options: { colorScheme: 'dark' } },
    { name: 'high contrast', options: { colorScheme: 'dark', contrast: 'more' } },
    { name: 'high contrast light', options: { colorScheme: 'light', contrast: 'more' } },
    { name: 'narrow', options: { colorScheme: 'dark', viewport: { width: 280, height: 700 } } },
  ] as const;
  for (const { name, options } of looks) {
    test(`axe finds nothing wrong: ${name}`, async () => {
      const page = await driver.open(html, options);
      await seeAll(page);
      for (const toggle of await page.locator('vscode-button', { hasText: 'Table' }).all())
        await toggle.click();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }

  test('nothing is wider than a panel of 280 pixels', async () => {
    const page = await driver.open(html, { viewport: { width: 280, height: 700 } });
    await seeAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  });

  test('pictures follow the width of the page', async () => {
    const page = await driver.open(html, { viewport: { width: 1000, height: 900 } });
    await seeAll(page);
    await page.setViewportSize({ width: 300, height: 900 });
    const map = page.locator('#map .chart-square');
    await expect
      .poll(async () => {
        const { width, height } = (await map.boundingBox())!;
        // The colours stand below it.
        return Math.abs(height - 1.2 * width);
      })
      .toBeLessThan(2);
    // The axis of a narrow map has no title, so that its labels have room.
    const atOnce = await driver.open(html, { viewport: { width: 300, height: 900 } });
    await seeAll(atOnce);
    const picture = (of: Page) => of.locator('#map .chart canvas').first().screenshot();
    await expect.poll(async () => (await picture(page)).equals(await picture(atOnce))).toBe(true);
  });

  test('every control and picture is reached by Tab', async () => {
    const page = await driver.open(html);
    await seeAll(page);
    const reached = new Set<string>();
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement!;
        return `${element.closest('.section')?.id ?? ''} ${element.tagName} ${element.getAttribute('role') ?? ''}`;
      });
      if (name.startsWith(' BODY')) break;
      reached.add(name);
    }
    for (const wanted of [
      'findings BUTTON ',
      'prompt SPAN option',
      'map VSCODE-DROPDOWN combobox',
      'map CANVAS application',
      'map BUTTON radio',
      'layers CANVAS application',
      'heads CANVAS application',
      'flow CANVAS application',
      'anomalies VSCODE-DROPDOWN combobox',
      'boundaries CANVAS application',
    ]) {
      expect([...reached]).toContain(wanted);
    }
  });
});
