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
    holds: ({ method, params }) => (method === 'maps' && params.firstQuery === 2096 ? rows : undefined),
  });
  await openPlace(page, 'map');
  const readout = () => page.locator('#map .readout').first().textContent();
  await page.locator('#map .chart canvas').focus();
  await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  // Until the rows came, it is said that the figure is of a block.
  expect(await readout()).toMatch(
    /^Output token 2,?096–2,?099 .* attends to Input token 12–15 .*\(largest of 4 × 4 tokens\)$/,
  );
  answer();
  await expect.poll(readout, { timeout: 20_000 }).toContain('exactly: ');
  let [weight, query, key] = [0, 0, 0];
  for (const row of [2096, 2097, 2098, 2099]) {
    for (const column of [12, 13, 14, 15]) {
      const value = made.weight(0, 0, row, column);
      if (value > weight) [weight, query, key] = [value, row, column];
    }
  }
  const [, row, column, told] = /exactly: (\d+) .* to (\d+) .*, ([\d.]+)%\)$/.exec((await readout())!)!;
  expect([Number(row), Number(column)]).toEqual([query, key]);
  // Percentages have two digits.
  expect(Math.abs(Number(told) / 100 - weight)).toBeLessThan(weight / 20);
  const asked = extension.asked.filter(({ method }) => method === 'maps').map(({ params }) => params);
  expect(asked.at(-1)).toMatchObject({ firstQuery: 2096, endQuery: 2100, pool: 1 });
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

test('of a long prompt, a part looked at closely is shown token by token, and its rows alone are asked for', async () => {
  const made = makeAnalysis({ tokens: 2100, layers: 1, heads: 1 });
  const program = await bundle('webview/panel.ts');
  const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
  await openPlace(page, 'map');
  const text = () => page.locator('#map').innerText();
  await expect.poll(text, { timeout: 20_000 }).toContain('the largest weight of 4 × 4 tokens');
  const canvas = page.locator('#map .chart canvas').first();
  await canvas.focus();
  // The cursor stands at the last row: closer looks are around it.
  await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 6; i++) await page.keyboard.press('+');
  await expect.poll(text, { timeout: 20_000 }).toMatch(/Output tokens (\d+) to 2099 of 2100\./);
  expect(await text()).not.toContain('4 × 4 tokens');
  const asked = extension.asked.filter(({ method }) => method === 'maps').map(({ params }) => params);
  const close = asked.filter(({ pool, endQuery }) => pool === 1 && endQuery === 2100).at(-1)!;
  expect(2100 - Number(close.firstQuery)).toBeLessThan(400);
  expect(await text()).toContain(`Output tokens ${String(close.firstQuery)} to 2099`);

  // A cell is one pair of tokens, named and with its own weight; the table says the same.
  await canvas.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const said = await page.locator('#map .readout').first().textContent();
  const [, row, column, told] = /^Output token (\d+) .* attends to Input token (\d+) .*: ([\d.]+)%$/.exec(
    said!,
  )!;
  const weight = made.weight(0, 0, Number(row), Number(column));
  expect(Number(row)).toBeGreaterThan(1800);
  expect(Math.abs(Number(told) / 100 - weight)).toBeLessThan(weight / 20 + 1e-4);

  await canvas.focus();
  await page.keyboard.press('0');
  await expect.poll(text, { timeout: 20_000 }).toContain('the largest weight of 4 × 4 tokens');
  expect(await text()).not.toContain('Output tokens');

  await page.locator('#map').getByRole('combobox', { name: 'Squares show' }).click();
  await page.locator('#map').getByRole('option', { name: 'mean weight', exact: true }).click();
  await expect.poll(text, { timeout: 20_000 }).toContain('the mean weight of 4 × 4 tokens');
  const last = extension.asked.filter(({ method }) => method === 'maps').at(-1)!;
  expect(last.params).toMatchObject({ pool: 4, by: 'mean', firstQuery: 0, endQuery: 2100 });
});
