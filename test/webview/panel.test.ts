import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelState } from '../../src/protocol/borders/panel';
import {
  accessibilityFaults,
  type Bundle,
  bundle,
  type Driver,
  openPlace,
  seeAll,
  startDriver,
} from './driver';
import { FINDING, makeAnalysis } from './fixtures/analysis';
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

const open = (options: ExtensionOptions, theme?: Parameters<typeof openPanel>[3]) =>
  openPanel(driver, program, { made, ...options }, theme);

const states: Record<string, PanelState> = {
  'empty without an editor': { kind: 'empty', document: null },
  empty: { kind: 'empty', document: 'agent.prompt.md' },
  loading: {
    kind: 'loading',
    document: 'agent.prompt.md',
    progress: { stage: 'attention', done: 3, total: 30 },
  },
  error: { kind: 'error', document: 'a.md', code: 'crashed', message: 'The model process ended. Try again.' },
  result,
  stale: { ...result, stale: true, edited: null, pinned: true },
};

describe('states', () => {
  for (const theme of ['vscode-dark', 'vscode-light', 'vscode-high-contrast'] as const) {
    test(`axe finds nothing wrong in any, ${theme}`, async () => {
      for (const [name, state] of Object.entries(states)) {
        const { page } = await open({ state }, theme);
        if (state.kind === 'result') await seeAll(page);
        expect({ name, faults: await accessibilityFaults(page) }).toEqual({ name, faults: [] });
        expect({ name, troubles: driver.troubles() }).toEqual({ name, troubles: [] });
        await page.context().close();
      }
    });
  }

  test('empty says what to do and starts it', async () => {
    const { page, extension } = await open({ state: states.empty! });
    expect(await page.locator('main').textContent()).toContain('Right-click');
    await page.locator('vscode-button', { hasText: 'Analyze attention' }).click();
    await expect.poll(() => extension.asked.map(({ method }) => method)).toContain('analyze');
  });

  test('loading tells how far it is, keeps the focus on Cancel, and cancels', async () => {
    const { page, extension } = await open({ state: states.loading! });
    await page.locator('vscode-button').focus();
    await extension.tell('show', {
      state: {
        kind: 'loading',
        document: 'agent.prompt.md',
        progress: { stage: 'attention', done: 9, total: 30 },
      },
    });
    expect(await page.locator('[role=status]').first().textContent()).toBe('Token 9 of 30…');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VSCODE-BUTTON');
    await page.keyboard.press('Enter');
    await expect.poll(() => extension.asked.map(({ method }) => method)).toContain('cancel');
  });

  test('an error is told as it is and can be tried again', async () => {
    const { page, extension } = await open({ state: states.error! });
    expect(await page.locator('[role=alert]').textContent()).toBe('The model process ended. Try again.');
    await page.locator('vscode-button').click();
    // Read as it was the last time, be it only its end.
    await expect.poll(() => extension.asked.at(-1)).toMatchObject({ method: 'analyze', params: {} });
    expect(extension.asked.at(-1)!.params).not.toHaveProperty('overflow');
  });

  test('of a prompt that is too long, the end alone can be read', async () => {
    const message = 'The prompt has 70 tokens; the model reads at most 64.';
    const { page, extension } = await open({
      state: { kind: 'error', document: 'a.md', code: 'too-long', message },
    });
    // What helps stands first.
    expect(await page.locator('vscode-button').allTextContents()).toEqual(['Read only the end', 'Try again']);
    await page.locator('vscode-button').filter({ hasText: 'Read only the end' }).click();
    await expect
      .poll(() => extension.asked.at(-1))
      .toMatchObject({
        method: 'analyze',
        params: { overflow: 'keep-last' },
      });
  });

  test('a changed text is said without making the page anew', async () => {
    const { page, extension } = await open({ state: result });
    await page.locator('[data-token="5"]').click();
    await extension.tell('mark', { analysis: 'a1', stale: true, edited: null, pinned: false, linesMoved: 2 });
    expect(await page.locator('.finding .link').textContent()).toBe('line 5, column 1');
    const edited = { line: 4, endLine: 4, below: 3, belowNow: 6 };
    await extension.tell('mark', { analysis: 'a1', stale: true, edited, pinned: false, linesMoved: 2 });
    expect(await page.locator('.finding .link').textContent()).toBe('line 6, column 1');
    expect(await page.locator('.result-bar').textContent()).toContain(
      'The text changed since this analysis. Line 4 was edited. What stood at line 3 is now at line 6.',
    );
    expect(await page.locator('.result-bar').textContent()).toContain(
      'The text changed since this analysis.',
    );
    expect(await page.locator('.token[aria-selected=true]').getAttribute('data-token')).toBe('5');
  });
});

describe('a result', () => {
  test('shows a map that is not blank', async () => {
    const { page } = await open({ state: result });
    await openPlace(page, 'map');
    await page.locator('#map:not(:has(.is-loading)) .chart canvas').waitFor();
    const colors = await page.locator('#map .chart canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colors).toBeGreaterThan(40);
  });

  test('a chosen token and a chosen finding are told to the editor', async () => {
    const { page, extension } = await open({ state: result });
    await page.locator('[data-token="7"]').click();
    await page.locator('.finding .link').click();
    await expect
      .poll(() =>
        extension.asked.filter(({ method }) => method.startsWith('choose')).map(({ params }) => params),
      )
      .toEqual([
        { analysis: 'a1', token: 7 },
        { analysis: 'a1', finding: FINDING },
      ]);
  });

  test('the editor’s selection is marked, one of another analysis is not', async () => {
    const { page, extension } = await open({ state: result });
    await page.waitForSelector('.token');
    await extension.tell('highlight', { analysis: 'other', tokens: { first: 1, end: 3, isNew: true } });
    expect(await page.locator('.token.is-highlighted').count()).toBe(0);
    await extension.tell('highlight', { analysis: 'a1', tokens: { first: 4, end: 6, isNew: true } });
    expect(await page.locator('.token.is-highlighted').count()).toBe(2);
    await extension.tell('highlight', { analysis: 'a1', tokens: null });
    expect(await page.locator('.token.is-highlighted').count()).toBe(0);
  });

  test('a link from a hover opens its layer and head', async () => {
    const { page, extension } = await open({ state: result });
    await seeAll(page);
    await extension.tell('goTo', { analysis: 'a1', finding: FINDING });
    const { layer, head } = made.result.attention.spans[0]!.reading.bestHead.withoutSink;
    await expect
      .poll(() => page.locator('#map h2').textContent())
      .toBe(`Attention, layer ${layer}, head ${head}`);
  });

  test('a new choice cancels the map that is still on its way', async () => {
    const { page, extension } = await open({ state: result });
    await seeAll(page);
    const before = extension.cancelled.length;
    // Two choices in one turn: the first map cannot have come yet.
    await page.evaluate(() => {
      const maps = document.querySelectorAll<HTMLElement>('[aria-label="All layers"] [role=radio]');
      maps[0]!.click();
      maps[1]!.click();
    });
    await expect.poll(() => extension.cancelled.length).toBeGreaterThan(before);
    await expect.poll(() => page.locator('#map h2').textContent()).toBe('Attention, layer 1, mean of heads');
  });

  test('a map that cannot be had says why and is asked for again', async () => {
    const fails: Record<string, string> = { maps: 'The model process ended while it worked.' };
    const { page } = await open({ state: result, fails });
    await openPlace(page, 'map');
    await page.waitForSelector('#map .notice');
    expect(await page.locator('#map .notice').textContent()).toContain(
      'The model process ended while it worked.',
    );
    delete fails.maps;
    await page.locator('#map .load-status vscode-button').first().click();
    await expect.poll(() => page.locator('#map .notice').count()).toBe(0);
  });

  test('pictures and numbers go to the extension to be saved', async () => {
    const { page, extension } = await open({ state: result });
    await openPlace(page, 'map');
    for (const item of ['Picture (PNG)', 'Drawing (SVG)', 'Numbers (CSV)', 'Numbers (JSON)']) {
      await page.locator('#map .menu-button vscode-button').first().click();
      await page.locator('#map [role=menuitem]', { hasText: item }).first().click();
    }
    const names = () =>
      extension.asked.filter(({ method }) => method === 'save').map(({ params }) => params.name);
    await expect.poll(() => names().length).toBe(4);
    expect(new Set(names())).toEqual(
      new Set(['png', 'svg', 'csv', 'json'].map((ending) => `mail-agent-prompt-layer-3-mean.${ending}`)),
    );
    await expect.poll(() => page.locator('.announcer').textContent()).toContain('is ready');
  });
});

test('hostile words make no element and breach no policy', async () => {
  const words = { 2: '<img src=x onerror=alert(1)>', 3: '</script><b>', 5: '\u202E{token}' };
  const hostile = makeAnalysis({ tokens: 24, words });
  const state = resultState({ ...hostile, title: '<i>a</i>.md' });
  state.shown.findingTexts = ['<b>Ignore</b>'];
  const { page } = await open({ state, made: hostile });
  await seeAll(page);
  expect(await page.locator('main img, main b, main i, main script').count()).toBe(0);
  expect(await page.locator('[data-token="3"]').textContent()).toBe('</script><b>');
  expect(await page.locator('.finding blockquote').textContent()).toBe('<b>Ignore</b>');
  expect(driver.troubles()).toEqual([]);
});

describe('the place where one is', () => {
  test('is remembered and taken up again for the same analysis only', async () => {
    const first = await open({ state: result });
    await seeAll(first.page);
    await openPlace(first.page, 'map');
    await first.page.locator('[aria-label="All layers"] [role=radio]').nth(1).click();
    await first.page.locator('[aria-label=Head] [role=radio]').nth(3).click();
    await first.page.evaluate(() => window.scrollTo({ top: 120, behavior: 'instant' }));
    await openPlace(first.page, 'layers');
    await first.page.locator('#flow h2').evaluate((h2) => h2.scrollIntoView({ behavior: 'instant' }));
    await expect
      .poll(async () => (await first.extension.remembered())[0]?.scroll.layers?.section)
      .toBe('layers');
    const kept = await first.extension.remembered();
    expect(kept).toMatchObject([{ version: 3, analysis: 'a1', place: 'layers', layer: 1, head: 2 }]);
    const top = (page: Page) =>
      page.locator('#flow').evaluate((section) => section.getBoundingClientRect().top);
    const before = await top(first.page);

    const again = await open({ state: result, kept });
    // What is above it is still loading, and takes the same room.
    await expect.poll(async () => Math.abs((await top(again.page)) - before)).toBeLessThan(40);
    // Each place is where it was left.
    await openPlace(again.page, 'map');
    expect(Math.abs((await again.page.evaluate(() => window.scrollY)) - 120)).toBeLessThan(40);
    expect(await again.page.locator('#map h2').textContent()).toBe('Attention, layer 1, head 2');

    const other = await open({ state: { ...result, analysis: 'a2' }, kept });
    expect(await other.page.locator('#place-answer').isVisible()).toBe(true);
    await openPlace(other.page, 'map');
    expect(await other.page.locator('#map h2').textContent()).toBe('Attention, layer 3, mean of heads');
    // Going to another prompt and back keeps both places, and how numbers are shown goes along.
    await other.page.locator('#map vscode-checkbox', { hasText: 'Log colours' }).click();
    await expect.poll(async () => (await other.extension.remembered()).length).toBe(2);
    await expect.poll(async () => (await other.extension.remembered())[0]?.scale).toBe('log');
    await other.page.evaluate(() => window.scrollTo({ top: 300, behavior: 'instant' }));
    await other.extension.tell('show', { state: { ...result, analysis: 'a3' } });
    expect(await other.page.evaluate(() => window.scrollY)).toBe(0);
    await openPlace(other.page, 'map');
    await expect
      .poll(() => other.page.locator('#map vscode-checkbox', { hasText: 'Log' }).getAttribute('aria-checked'))
      .toBe('true');
    await other.extension.tell('show', { state: result });
    await openPlace(other.page, 'map');
    await expect.poll(() => other.page.locator('#map h2').textContent()).toBe('Attention, layer 1, head 2');
  });

  test('that no longer exists, or was written by something else, is an ordinary start', async () => {
    for (const kept of [[{ version: 3, analysis: 'a1', layer: 99, head: 2 }], 'nonsense', [{ version: 7 }]]) {
      const { page } = await open({ state: result, kept });
      await page.waitForSelector('h1.answer');
      expect(driver.troubles()).toEqual([]);
      await page.context().close();
    }
  });
});

test('texts and numbers follow the language', async () => {
  const translations = {
    'Attention map': 'Aufmerksamkeit',
    Findings: 'Funde',
    'Mean of heads': 'Mittel der Köpfe',
  };
  const { page } = await open({ state: result, locale: 'de', translations });
  expect(await page.locator('#findings h2').first().textContent()).toBe('Funde');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await page.locator('h1.answer').textContent()).toMatch(/\d+\u00a0%/);
});

test('a theme that changes is drawn at once', async () => {
  const { page } = await open({ state: result });
  await openPlace(page, 'map');
  const canvas = page.locator('#map .chart canvas');
  const before = await canvas.screenshot();
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--vscode-charts-blue', '#d13438');
  });
  await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
});
