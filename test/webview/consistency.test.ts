import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 48 });
const span = made.result.attention.spans[0]!;
span.reading.strongestToken = { ...span.reading.strongestToken, token: span.tokens.first + 3 };

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const opened = async (): Promise<Page> =>
  (await openPanel(driver, program, { state: resultState(made), made })).page;
const sinkSwitch = (page: Page) => page.locator('.page-tools vscode-checkbox', { hasText: 'sink' });

/** Each line of the chart by its name: colour, dashes, mark. */
const legend = (page: Page) =>
  page.locator('#layers .line-legend button').evaluateAll((all) =>
    Object.fromEntries(
      all.map((button) => {
        const line = button.querySelector('line')!;
        const look = [
          line.getAttribute('stroke')!,
          line.getAttribute('stroke-dasharray') ?? '',
          button.querySelector('text')!.textContent,
        ];
        return [button.textContent.replace(look[2]!, ''), look] as const;
      }),
    ),
  );

/** How many pixels of a picture have a colour, `rgb(r, g, b)`. */
const pixelsOf = (page: Page, canvas: string, color: string) =>
  page.locator(canvas).evaluate((element, wanted) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const [r, g, b] = /(\d+), (\d+), (\d+)/.exec(wanted)!.slice(1).map(Number);
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) count++;
    return count;
  }, color);

test('a part has one colour, dash and mark, whatever else is shown', async () => {
  const page = await opened();
  // In the text: the colour beside a segment, and the mark before its name.
  const segments = page.locator('.strip-segment[class*="series-"]');
  await segments.first().waitFor();
  const inText = await segments.evaluateAll((all) =>
    Object.fromEntries(
      all.map((group) => {
        const [mark, ...name] = group.dataset.label!.split(' ');
        return [name.join(' '), [getComputedStyle(group).borderInlineStartColor, mark] as const];
      }),
    ),
  );
  expect(Object.keys(inText)).toEqual(['the system prompt', 'the data', 'the user message']);

  await openPlace(page, 'layers');
  await page.locator('#layers .line-legend button').first().waitFor();
  const without = await legend(page);
  await sinkSwitch(page).click();
  await expect
    .poll(async () => Object.keys(await legend(page)).length)
    .toBeGreaterThan(Object.keys(without).length);
  const withSink = await legend(page);
  for (const [name, look] of Object.entries(without))
    expect({ name, look: withSink[name] }).toEqual({ name, look });
  for (const [name, [color, mark]] of Object.entries(inText)) {
    expect(without[name]![0]).toBe(color);
    expect(without[name]![2]).toBe(mark);
  }
  // Told by more than colour.
  const shapes = Object.values(withSink).map(([, dash, mark]) => `${dash} ${mark}`);
  expect(new Set(shapes).size).toBeGreaterThan(shapes.length - 2);

  // The bands of the map have the same colours.
  await openPlace(page, 'map');
  const map = '#map .chart canvas';
  await page.locator(map).first().waitFor();
  for (const [color] of Object.values(inText))
    await expect.poll(() => pixelsOf(page, map, color)).toBeGreaterThan(8);
  await page.context().close();
});

test('the legend leaves lines out and brings them back, by key too', async () => {
  const page = await opened();
  await openPlace(page, 'layers');
  const data = page.locator('#layers .line-legend button', { hasText: 'the data' });
  await data.waitFor();
  const color = (await legend(page))['the data']![0]!;
  const drawn = () => pixelsOf(page, '#layers .chart canvas', color);
  await expect.poll(drawn).toBeGreaterThan(20);
  await data.focus();
  await page.keyboard.press('Enter');
  expect(await data.getAttribute('aria-pressed')).toBe('false');
  await expect.poll(drawn).toBe(0);
  // It stays out where other lines come or go.
  await sinkSwitch(page).click();
  expect(await data.getAttribute('aria-pressed')).toBe('false');
  await expect.poll(drawn).toBe(0);
  await data.click();
  expect(await data.getAttribute('aria-pressed')).toBe('true');
  await expect.poll(drawn).toBeGreaterThan(20);
  await page.context().close();
});

test('“Show in map” goes to the strongest token of the passage', async () => {
  const page = await opened();
  await page.locator('#findings vscode-button', { hasText: 'Show in map' }).click();
  await expect
    .poll(() => page.locator('#map .readout').textContent())
    .toContain(`Input token ${span.tokens.first + 3} `);
  await page.context().close();
});

test('the answer tells the share that the chart has', async () => {
  const page = await opened();
  const answer = (await page.locator('h1').first().textContent())!;
  const told = Number(/([\d.]+)% of what the last token reads/.exec(answer)![1]);
  await openPlace(page, 'layers');
  await page.locator('#layers vscode-button', { hasText: 'Table' }).click();
  const row = page.locator('#layers tr', { hasText: 'Finding 1' });
  const shares = (await row.locator('td').allTextContents()).map(parseFloat);
  expect(shares).toHaveLength(4);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) / 4 - told)).toBeLessThan(0.6);
  await page.context().close();
});

test('a weight is a percentage wherever it stands', async () => {
  const page = await opened();
  await page.locator('[data-token="30"]').click();
  await openPlace(page, 'map');
  const canvas = page.locator('#map .chart canvas').first();
  await canvas.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  expect(await page.locator('#map .readout').first().textContent()).toMatch(/: [\d.]+%$/);
  await page.locator('#map vscode-button[aria-label^="Table"]').first().click();
  const cells = await page.locator('#map td').allTextContents();
  expect(cells.filter((text) => text !== '')).not.toEqual([]);
  for (const text of cells) expect(text).toMatch(/^([\d.]+%)?$/);
  await page.context().close();
});

test('tokens that only go on with a character are fields without words, and a next one is named', async () => {
  const shared = makeAnalysis({ tokens: 24, words: { 5: '\u{1f44b}', 6: '\ufffd', 7: '\ufffd' } });
  shared.result.next = [{ id: 7, text: '\ufffd', probability: 0.4 }];
  const { page } = await openPanel(driver, program, { state: resultState(shared), made: shared });
  const text = (token: number) => page.locator(`.strip [data-token="${token}"]`).textContent();
  expect([await text(5), await text(6), await text(7)]).toEqual(['\u{1f44b}', '', '']);
  const box = await page.locator('.strip [data-token="6"]').boundingBox();
  expect(box!.width).toBeGreaterThan(2);
  expect(await page.locator('.next-words').textContent()).toContain('character part');
});
