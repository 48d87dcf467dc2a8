import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownPassage } from '../../src/attention/counterfactual/passages';
import { accessibilityFaults, type Bundle, bundle, type Driver, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { makeCause } from './fixtures/cause';
import { openPanel, resultState } from './panelFixture';
import type { panelHtml } from './panelPage';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 60, layers: 12 });
const cause = makeCause(made);

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function openAlert(theme: Parameters<typeof panelHtml>[1] = 'vscode-dark', width = 480) {
  const opened = await openPanel(driver, program, { made, state: resultState(made) }, theme);
  await opened.page.setViewportSize({ width, height: 900 });
  await opened.extension.tell('showAlert', { analysis: 'a1', cause, go: true });
  await opened.page.locator('.alert table').first().waitFor();
  return opened;
}

test('an alert opens the map that made it, with what was seen and expected in one sentence', async () => {
  const { page, extension } = await openAlert();
  expect(await page.locator('#place-map-tab').getAttribute('aria-selected')).toBe('true');
  await expect
    .poll(() => page.locator('.alert').innerText())
    .toContain(
      'In layer 2, head 1, the share of attention on the untrusted text is 41%; normal prompts of this length have 8%, so it is 9.1 standard deviations off.',
    );
  // The map below is that of the statistic, and what is marked in it the row that reads.
  await expect.poll(() => page.locator('#map h2').first().innerText()).toContain('layer 2, head 1');
  await expect.poll(async () => (await extension.remembered())[0]?.head).toBe(1);
  // What was seen, what was expected and the difference stand beside each other, each with its table.
  const headings = await page.locator('.alert-maps h2').allInnerTexts();
  expect(headings).toEqual(['Seen in this prompt', 'Expected by the baseline', 'Seen less expected']);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(driver.troubles()).toEqual([]);
  mkdirSync('out/screenshots', { recursive: true });
  await page.screenshot({ path: 'out/screenshots/alert-narrow-dark.png', fullPage: true });
});

test.each([
  ['vscode-light', 298],
  ['vscode-high-contrast', 298],
  ['vscode-high-contrast', 600],
] as const)('its figures fit a side bar: %s, %i px', async (theme, width) => {
  const { page } = await openAlert(theme, width);
  const table = page.locator('.alert .effects');
  expect(await table.innerText()).toContain('−4.4');
  // Nothing is cut at the right, and what a figure is of does not break into a line for each word.
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  const lines = await table
    .locator('tbody .link')
    .evaluateAll((links) => links.map((link) => link.getClientRects().length));
  expect(Math.max(...lines)).toBe(1);
  await page.screenshot({ path: `out/screenshots/alert-${theme}-${width}.png` });
});

test('the difference map has its numbers in a table, with their signs', async () => {
  const { page } = await openAlert('vscode-light', 1100);
  const difference = page.locator('.alert-maps > *').nth(2);
  await difference.getByText('Table').first().click();
  const cells = await difference.locator('td').allInnerTexts();
  expect(cells.some((cell) => cell.startsWith('−'))).toBe(true);
  expect(cells.some((cell) => cell.startsWith('+'))).toBe(true);
  await page.screenshot({ path: 'out/screenshots/alert-wide-light.png', fullPage: true });
});

test('a statistic leads to its map, and the part that it is about can be left out', async () => {
  const { page, extension } = await openAlert();
  await page.getByRole('button', { name: 'Show layer 1, head 0 in the map' }).click();
  await expect.poll(() => page.locator('#map h2').first().innerText()).toContain('layer 1, head 0');
  const untrusted = ownPassage(
    made.result.tokens,
    cause.tokens.find(({ section }) => section === 'untrusted')!.runs[0]!,
  )!;
  await page.getByText('Leave out the untrusted text and compare').click();
  await expect
    .poll(() => extension.asked.find(({ method }) => method === 'counterfactual')?.params)
    .toMatchObject({ spans: [untrusted] });
});

test('a page that is shown again has the cause, and stays where the person was', async () => {
  const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
  await extension.tell('showAlert', { analysis: 'a1', cause, go: false });
  expect(await page.locator('#place-answer-tab').getAttribute('aria-selected')).toBe('true');
  await page.locator('#place-map-tab').click();
  await page.locator('.alert table').first().waitFor();
});

test('without an alert nothing of it is seen', async () => {
  const { page } = await openPanel(driver, program, { made, state: resultState(made) });
  await page.locator('#place-map-tab').click();
  await page.locator('#map canvas').first().waitFor();
  expect(await page.locator('#alert').isVisible()).toBe(false);
  // Nor is it where the person is taken back to: the map is found at its top, as it was left.
  await page.locator('#place-answer-tab').click();
  await page.evaluate(() => window.scrollTo({ top: 300, behavior: 'instant' }));
  await page.locator('#place-map-tab').click();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
