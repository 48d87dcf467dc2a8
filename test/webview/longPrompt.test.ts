import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
beforeAll(async () => {
  driver = await startDriver();
});
afterAll(() => driver.close());

test('of a map in blocks, the cell pointed at tells its two tokens and their exact weight', async () => {
  const made = makeAnalysis({ tokens: 2100, layers: 1, heads: 1 });
  const program = await bundle('webview/panel.ts');
  let answer = () => undefined as void;
  const rows = new Promise<void>((resolve) => (answer = resolve));
  const { page, extension } = await openPanel(driver, program, {
    made,
    state: resultState(made),
    holds: ({ method, params }) => (method === 'maps' && params.firstQuery === 2098 ? rows : undefined),
  });
  await openPlace(page, 'map');
  const readout = () => page.locator('#map .readout').first().textContent();
  await page.locator('#map .chart canvas').focus();
  await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  // Until the rows came, it is said that the figure is of a block.
  expect(await readout()).toMatch(
    /^Output token 2,?098–2,?099 .* attends to Input token 6–7 .*\(largest of 2 × 2 tokens\)$/,
  );
  answer();
  await expect.poll(readout, { timeout: 20_000 }).toContain('exactly: ');
  let [weight, query, key] = [0, 0, 0];
  for (const row of [2098, 2099]) {
    for (const column of [6, 7]) {
      const value = made.weight(0, 0, row, column);
      if (value > weight) [weight, query, key] = [value, row, column];
    }
  }
  const [, row, column, told] = /exactly: (\d+) .* to (\d+) .*, ([\d.]+)%\)$/.exec((await readout())!)!;
  expect([Number(row), Number(column)]).toEqual([query, key]);
  // Percentages have two digits.
  expect(Math.abs(Number(told) / 100 - weight)).toBeLessThan(weight / 20);
  const asked = extension.asked.filter(({ method }) => method === 'maps').map(({ params }) => params);
  expect(asked.at(-1)).toMatchObject({ firstQuery: 2098, endQuery: 2100, pool: 1 });
});

test('maps of heads, which take a run of the model, are asked for by the person', async () => {
  const made = makeAnalysis({ tokens: 1000, layers: 3, heads: 2 });
  const program = await bundle('webview/panel.ts');
  const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
  const heads = page.locator('[role=radiogroup][aria-label="Head"] canvas');
  const ofHeads = () =>
    extension.asked.filter(
      ({ method, params }) =>
        // A row of each head is kept since the analysis.
        method === 'maps' && (params.heads as unknown[]).includes(1) && params.firstQuery === 0,
    );
  const drawn = () =>
    heads.evaluateAll((all) => all.filter((canvas) => (canvas as HTMLCanvasElement).width > 1).length);
  const ask = page.locator('vscode-button:visible', { hasText: 'Show the maps of heads' });
  await openPlace(page, 'heads');
  await ask.waitFor();
  // Nothing looks like a map that did not come.
  expect(await page.locator('.map-matrix').isVisible()).toBe(false);
  await openPlace(page, 'map');
  await page.locator('[role=radiogroup][aria-label="All layers"] button').nth(1).click();
  await ask.waitFor();
  expect(ofHeads()).toEqual([]);
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect.poll(drawn).toBe(3);
  expect(await heads.first().isVisible()).toBe(true);
  expect(await ask.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  // Another layer is a request of its own.
  const before = ofHeads().length;
  await page.locator('[role=radiogroup][aria-label="All layers"] button').nth(2).click();
  await ask.waitFor();
  expect([await drawn(), ofHeads().length]).toEqual([0, before]);
});
