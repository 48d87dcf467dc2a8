import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import type { Extension } from './panelPage';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24, layers: 4, heads: 3 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const words = ['red', 'green', 'blue', 'black', 'white'].map((text, id) => ({ id, text: ` ${text}` }));
const lens = (followed: number[]) => ({
  words: followed.map((id) => words[id] ?? { id, text: ' other' }),
  layers: Array.from({ length: 4 }, (_, layer) => ({
    top: words.map((word, i) => ({ ...word, probability: (0.1 + 0.2 * layer) / (i + 1) })),
    words: followed.map((id) => ({ rank: id + 7 - layer, probability: layer === 0 ? 6.4e-13 : 0.1 * layer })),
  })),
});
const attribution = {
  words: [
    {
      ...words[1],
      ...{ logit: 12.5, rank: 1, probability: 0.5, embedding: 0.5, constant: -1 },
      layers: Array.from({ length: 4 }, (_, layer) => ({
        ...{ heads: [1.5, -2.5, layer], attention: layer - 1, mlp: 0.25 },
      })),
    },
  ],
  norm: 'rms',
  capped: false,
};

async function open(
  fails: Record<string, string> = {},
  told?: unknown,
): Promise<{ page: Page; extension: Extension }> {
  const answers = {
    lens: ({ words: asked }: Record<string, unknown>) => told ?? lens(asked as number[]),
    attribution: () => attribution,
  };
  const opened = await openPanel(driver, program, { made, state: resultState(made), answers, fails });
  await openPlace(opened.page, 'experiments');
  return opened;
}
const asked = ({ asked: all }: Extension, method: string) =>
  all.filter((one) => one.method === method).map(({ params }) => params);

test('a token that is only a part of a character is called so', async () => {
  const part = { id: 9, text: '\ufffd', probability: 0.4 };
  const layers = lens([]).layers.map((layer) => ({ ...layer, top: [part, ...layer.top.slice(1)] }));
  const { page } = await open({}, { words: [], layers });
  await page.getByRole('button', { name: /^Ask after token 23/ }).click();
  expect(await page.locator('#lens .heat-word').first().textContent()).toBe('character part');
  await page.context().close();
});

test('nothing is asked of the model before the person does; then each layer has its words', async () => {
  const { page, extension } = await open();
  expect(asked(extension, 'lens')).toEqual([]);
  await page.getByRole('button', { name: /^Ask after token 23/ }).click();
  const rows = page.locator('#lens tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(4);
  // The last layer, what the model itself says, comes first.
  expect(await rows.first().locator('th').textContent()).toBe('3');
  expect(asked(extension, 'lens')[0]).toMatchObject({ position: 23, top: 5 });
  await page.context().close();
});

test('its words fit a side bar', async () => {
  const { page } = await open();
  await page.setViewportSize({ width: 298, height: 800 });
  await page.getByRole('button', { name: /^Ask after token 23/ }).click();
  await page.locator('#lens tbody tr').first().waitFor();
  const cut = page.locator('#lens .heat-scroll');
  expect(await cut.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.context().close();
});

test('a word that is chosen by key is followed through the layers, and split into what adds to it', async () => {
  const { page, extension } = await open();
  await page.getByRole('button', { name: /^Ask after token/ }).click();
  const green = page.locator('#lens tbody tr').nth(1).getByRole('button', { name: /green/ });
  await green.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: /^Rank of “ green”/ }).waitFor();
  expect(asked(extension, 'lens').at(-1)).toMatchObject({ words: [1] });
  expect(await page.locator('#lens tbody tr').first().locator('td').first().textContent()).toBe('5 (30%)');
  // Digits of next to nothing would push the words out of a narrow panel.
  expect(await page.locator('#lens tbody tr').last().locator('td').first().textContent()).toBe('8');

  await page.getByRole('button', { name: 'Show what adds to it' }).click();
  const parts = page.getByRole('table', {
    name: /What adds to the logit of “ green” after token 23.*\+12\.50 in all/,
  });
  await parts.waitFor();
  expect(asked(extension, 'attribution')[0]).toMatchObject({ position: 23, words: [1] });
  expect(await parts.locator('tbody tr').last().textContent()).toBe('Biases of the output−1.00');
  // What is nothing has no sign.
  expect(await parts.getByRole('button', { name: /layer 0, head 2:/i }).textContent()).toBe('0.00');
  // A head leads to its map.
  await parts.getByRole('button', { name: 'layer 2, head 1: −2.50. Open its map' }).click();
  await page.getByRole('heading', { name: 'Attention, layer 2, head 1' }).waitFor();
  await page.context().close();
});

test('why it cannot be had is said in its place', async () => {
  const { page } = await open({ lens: 'The output layer of this model cannot be read on its own.' });
  await page.getByRole('button', { name: /^Ask after token/ }).click();
  await page.getByText('The output layer of this model cannot be read on its own.').waitFor();
  await page.context().close();
});

test('a map can be read by what values add: it is asked for so, and no longer called attention', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
  await openPlace(page, 'map');
  const next = async () => {
    await page.locator('vscode-dropdown[aria-label="Way of reading"]').focus();
    await page.keyboard.press('ArrowDown');
  };
  await next();
  await page.getByRole('heading', { name: /^Value-weighted norm, layer \d+, all heads together$/ }).waitFor();
  await page.getByText(/how large what the row’s token takes/).waitFor();
  expect(asked(extension, 'maps').at(-1)).toMatchObject({ way: 'valueNorm' });
  await next();
  await page.getByRole('heading', { name: /^Value zeroing, layer \d+, all heads together$/ }).waitFor();
  expect(asked(extension, 'maps').at(-1)).toMatchObject({ way: 'valueZeroing', heads: ['mean'] });
  await page.context().close();
});
