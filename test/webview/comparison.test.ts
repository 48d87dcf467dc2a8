import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare';
import type { Inference } from '../../src/protocol/borders/inference';
import type { PanelState } from '../../src/protocol/borders/panel';
import { comparisonHtml } from '../../src/report/comparison/comparisonHtml';
import { accessibilityFaults, type Bundle, bundle, type Driver, startDriver } from './driver';
import { type MadeAnalysis, makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import type { Asked, panelHtml } from './panelPage';

let driver: Driver;
let program: Bundle;
const before = makeAnalysis({ tokens: 44 });
const after = makeAnalysis({ tokens: 60 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const side = (made: MadeAnalysis, title: string) => ({ title, result: made.result });
const state: PanelState & { kind: 'comparison' } = {
  kind: 'comparison',
  comparison: compare(side(before, 'mail.md (HEAD)'), side(after, 'mail.md'), {
    kl: 0.31,
    klBack: 0.27,
    js: 0.07,
  }),
  before: { analysis: 'before', shown: resultState(before).shown },
  after: { analysis: 'after', shown: resultState(after).shown },
};
const maps = ({ analysis, ...asked }: Asked['params']) =>
  (analysis === 'before' ? before : after).fetch(asked as never);
const open = (theme?: Parameters<typeof panelHtml>[1]) =>
  openPanel(driver, program, { state, answers: { maps } }, theme);

test('a comparison begins with its sentence, then warnings, parts, changed tokens and the difference map', async () => {
  const { page } = await open();
  expect(await page.locator('h1').textContent()).toMatch(/now reads|reads every part/);
  const rows = page.locator('.section-masses tbody tr');
  const changes = await rows.locator('td:last-child').allTextContents();
  const sizes = changes.map((text) => Math.abs(parseFloat(text.replace('−', '-'))));
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  expect(await page.locator('.changed-text ins').count()).toBeGreaterThan(0);
  await page.locator('.figure canvas').first().waitFor();
  expect(driver.troubles()).toEqual([]);
});

test('the map says how much each weight is above or below the one before, by pointer, keys and table', async () => {
  const { page } = await open();
  const canvas = page.locator('.figure canvas').first();
  await canvas.waitFor();
  await canvas.focus();
  for (const key of ['ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
  await expect
    .poll(() => page.locator('.readout').textContent())
    .toMatch(/attends to .*: ([+−][\d.]+%|0%) against before/);
  await page.getByRole('button', { name: /^Table/ }).click();
  const cells = await page.locator('.grid-scroll td').allTextContents();
  expect(cells.some((text) => text.startsWith('+')) && cells.some((text) => text.startsWith('−'))).toBe(true);
});

test('the switch of the sink is that of the sentence, the parts and the map', async () => {
  const { page } = await open();
  const names = () => page.locator('.section-masses tbody th').allTextContents();
  expect(await names()).not.toContain('the sink');
  await page.locator('.page-tools vscode-checkbox').click();
  await expect.poll(names).toContain('the sink');
});

test('of long prompts the whole map is compared in groups of tokens, and the last rows token by token', async () => {
  const made = [2050, 2060].map((tokens) => makeAnalysis({ tokens, layers: 1, heads: 1 }));
  const [was, is] = made as [MadeAnalysis, MadeAnalysis];
  const asked: Asked['params'][] = [];
  const long: PanelState = {
    ...state,
    comparison: compare(side(was, 'long.md (HEAD)'), side(is, 'long.md'), null),
    before: { analysis: 'before', shown: resultState(was).shown },
    after: { analysis: 'after', shown: resultState(is).shown },
  };
  const longMaps = ({ analysis, ...request }: Asked['params']) => {
    asked.push(request);
    return (analysis === 'before' ? was : is).fetch(request as never);
  };
  const { page } = await openPanel(driver, program, { state: long, answers: { maps: longMaps } });
  await page.locator('.figure canvas').first().waitFor();
  const figure = page.locator('.figure').first();
  await expect.poll(() => figure.innerText()).toContain('neighbouring tokens that both have, at most 2 each');
  expect(asked.map(({ groups, endQuery }) => (groups as number[]).length === endQuery)).toEqual([true, true]);

  asked.length = 0;
  await page.locator('vscode-dropdown[aria-label="Rows"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => figure.innerText())
    .toContain('has more than 2,048 tokens, so the rows are the last 512 tokens that both have');
  // Token by token, and no row above the last ones.
  expect(asked.every(({ pool }) => pool === 1)).toBe(true);
  expect(Math.min(...asked.map(({ firstQuery }) => firstQuery as number))).toBeGreaterThan(1500);
});

for (const theme of ['vscode-dark', 'vscode-light', 'vscode-high-contrast'] as const) {
  test(`axe finds nothing wrong, ${theme}`, async () => {
    const { page } = await open(theme);
    await page.locator('.figure canvas').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (process.env.ATTNSCOPE_SHOTS)
      for (const width of [298, 600, 1200]) {
        await page.setViewportSize({ width, height: 1000 });
        await page.screenshot({
          path: `${process.env.ATTNSCOPE_SHOTS}/compare-${theme}-${width}.png`,
          fullPage: true,
        });
      }
  });
}

test('a report of two prompts opens without a network, with its difference map, and without words where masked', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-report-'));
  try {
    const { js, css } = await bundle('webview/report.ts');
    const code = { script: path.join(folder, 'report.js'), style: path.join(folder, 'report.css') };
    writeFileSync(code.script, js);
    writeFileSync(code.style, css);
    const inference = {
      request: (_method: string, { tokenIds, ...asked }: Asked['params']) =>
        ((tokenIds as number[]).length === before.result.tokens.length ? before : after).fetch(
          asked as never,
        ),
    } as unknown as Inference;
    const write = (mask: boolean) =>
      comparisonHtml(
        inference,
        {
          comparison: state.comparison,
          before: { ...side(before, 'mail.md (HEAD)'), text: before.text },
          after: { ...side(after, 'mail.md'), text: after.text },
          mask,
          model: 'model',
        },
        code,
        { signal: new AbortController().signal, onProgress: () => undefined },
      );
    const page = await driver.open(await write(false));
    await page.locator('.figure canvas').first().waitFor();
    expect(await page.locator('.changed-text').innerText()).toContain('Summarize');
    expect(driver.troubles()).toEqual([]);
    const masked = await driver.open(await write(true));
    await masked.locator('.figure canvas').first().waitFor();
    expect(await masked.locator('.changed-text').innerText()).not.toContain('Summarize');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
