import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, seeAll, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { reportOf } from './reportPage';

let driver: Driver;
let program: Bundle;
let page: Page;
const made = makeAnalysis({ tokens: 24, words: { 8: '   ' } });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/report.ts')]);
  page = await driver.open(await reportOf(made, program));
  await seeAll(page);
});
afterAll(() => driver.close());

/** What the read-out of a section says of the first cell that its keys reach. */
async function told(section: string): Promise<string> {
  await page.locator(`${section} canvas[role=application]`).first().focus();
  await page.keyboard.press('ArrowRight');
  return (await page.locator(`${section} .readout`).first().textContent())!;
}

test('a read-out says of each picture what its numbers are', async () => {
  expect(await told('#map')).toMatch(/^Output token 23 .* attends to Input token 0 .*: –$/);
  expect(await told('#heads')).toMatch(/^Head 2, Layer 0: [\d.]+%$/);
  expect(await told('#flow')).toMatch(/^Reading segment template, Segment read system: [\d.]+%$/);
  expect(await told('#anomalies')).toMatch(/^Rule Without sink and self, Layer 0: \d+$/);
  expect(await told('#boundaries')).toMatch(/^Boundary <\|im_end\|>, Layer 0: [\d.]+%$/);
});

test('keys with Ctrl, Meta or Alt are left to the browser', async () => {
  const taken = await page.locator('#map .chart canvas').evaluate((canvas) => {
    const press = (key: string, modifiers: KeyboardEventInit) =>
      !canvas.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
      );
    return {
      zoom: ['+', '-', '0'].map((key) => press(key, { ctrlKey: true })),
      meta: ['+', '-', '0'].map((key) => press(key, { metaKey: true })),
      back: ['ArrowLeft', 'ArrowRight'].map((key) => press(key, { altKey: true })),
      corner: press('Home', { ctrlKey: true }),
      plain: press('+', {}),
      all: press('0', {}),
    };
  });
  expect(taken).toEqual({
    zoom: [false, false, false],
    meta: [false, false, false],
    back: [false, false],
    corner: true,
    plain: true,
    all: true,
  });
});

describe('the token strip', () => {
  test('a token of spaces has a name', async () => {
    expect(await page.locator('[data-token="8"]').getAttribute('aria-label')).toBe('8 ···');
    expect(await page.locator('[data-token="7"]').getAttribute('aria-label')).toBeNull();
  });

  test('its table is walked by keys; only Enter chooses, and the focus stays', async () => {
    await page.locator('#prompt vscode-button', { hasText: 'Table' }).click();
    const chosen = () => page.locator('.token[aria-selected=true]').getAttribute('data-token');
    const focused = () =>
      page.evaluate(
        () => (document.activeElement as HTMLElement).dataset.row ?? document.activeElement!.tagName,
      );
    const before = await chosen();
    await page.locator('#prompt td[tabindex="0"]').focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('18');
    expect(await chosen()).toBe(before);
    await page.keyboard.press('Enter');
    expect(await chosen()).toBe('18');
    await expect.poll(() => page.locator('#prompt .readout').textContent()).toContain('Token 18 (0 to 23)');
    expect(await focused()).toBe('18');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('17');
    await page.locator('#prompt vscode-button', { hasText: 'Table' }).click();
  });

  test('the legend says of which map the shades are; letting go, it is the mean of all layers again', async () => {
    const legend = page.locator('#prompt .strip-legend');
    await page.locator('[data-token="12"]').click();
    await expect.poll(() => legend.textContent()).toMatch(/^layer \d+, mean of heads, shades from/);
    await page.mouse.move(0, 0);
    await expect.poll(() => page.locator('#prompt .readout').textContent()).toContain('Locked');
    await page.keyboard.press('Escape');
    await expect.poll(() => legend.textContent()).toContain('mean of all layers');
  });
});

test('a boundary says how even attention is reckoned, as the page treats the sink', async () => {
  const facts = page.locator('#boundaries .facts li');
  const showSink = page.locator('vscode-checkbox', { hasText: 'Show sink' });
  expect(await facts.allTextContents()).toEqual([
    '<|im_end|> (1 time): each of its tokens gets 4.5% on average; spread evenly, it would be 6.3%',
  ]);
  await showSink.click();
  expect(await facts.allTextContents()).toEqual([
    '<|im_start|> (1 time): each of its tokens gets 45% on average; spread evenly, it would be 8%',
    '<|im_end|> (1 time): each of its tokens gets 1.6% on average; spread evenly, it would be 5%',
  ]);
  await showSink.click();
});

test('small maps have a table of their largest weights, by which they are opened', async () => {
  await page.locator('vscode-button[aria-label="Table: All layers"]').click();
  const table = page.locator('table[aria-label="Table: All layers"]');
  expect(await table.getAttribute('aria-rowcount')).toBe('5');
  const cells = await table.locator('tbody tr').nth(1).locator('td').allTextContents();
  const mean = (query: number, key: number) =>
    [0, 1, 2].reduce((sum, head) => sum + made.weight(1, head, query, key), 0) / 3;
  let [weight, output, input] = [0, 0, 0];
  for (let query = 1; query < 24; query++) {
    // The sink and a token's attention to itself say the same of every map.
    for (let key = 1; key < query; key++) {
      const share = mean(query, key) / (1 - mean(query, 0));
      if (share > weight + 1e-6) [weight, output, input] = [share, query, key];
    }
  }
  expect(Number.parseFloat(cells[0]!) / 100).toBeCloseTo(weight, 2);
  expect([Number.parseInt(cells[1]!), Number.parseInt(cells[2]!)]).toEqual([output, input]);
  expect(Number.parseFloat(cells[3]!) / 100).toBeCloseTo(mean(23, 0), 2);
  await table.locator('td[data-row="1"]').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#map h3').textContent()).toBe('Attention, layer 1, mean of heads');
  await page.locator('vscode-button[aria-label="Table: All layers"]').click();
});

test('a prompt of one piece tells how few tokens hold half of what is read of it', async () => {
  const sentence = async (weights: readonly number[]) => {
    const one = makeAnalysis({ tokens: 24, layers: 1 });
    const { result } = one;
    result.segments = result.segments.slice(0, 1);
    result.findings = [];
    result.attention.spans = [];
    result.attention.reading.perLayer = [Array.from({ length: 24 }, (_, key) => weights[key] ?? 0)];
    const other = await driver.open(await reportOf(one, program));
    return other.locator('h1.answer').textContent();
  };
  expect(await sentence([0.5, 0.4, 0.1])).toBe(
    'Nothing stands out: half of what the last token reads of the prompt comes from 1 of its 21 tokens.',
  );
  expect(await sentence([0.25, 0.25, 0.25, 0.25])).toBe(
    'Nothing stands out: half of what the last token reads of the prompt comes from 2 of its 21 tokens.',
  );
});

test('where all but the sink is one segment, charts count the sink too', async () => {
  const one = makeAnalysis({ tokens: 24 });
  one.result.segments = one.result.segments.slice(0, 1);
  for (const token of one.result.tokens) token.segment = 0;
  one.result.findings = [];
  one.result.attention.spans = [];
  const other = await driver.open(await reportOf(one, program));
  await seeAll(other);
  const first = one.result.attention.reading.perLayer[0]![0]!;
  const percent = (share: number) => `${Number((100 * share).toPrecision(2))}%`;
  const canvas = other.locator('#layers canvas[role=application]');
  await canvas.focus();
  await canvas.press('Home');
  expect(await other.locator('#layers .readout').textContent()).toBe(
    `Layer 0: the sink ${percent(first)}, the system prompt ${percent(1 - first)}`,
  );
  const heads = other.locator('#heads canvas[role=application]');
  await heads.focus();
  await heads.press('Home');
  expect(await other.locator('#heads .readout').textContent()).not.toContain('100%');
});

test('text written from right to left runs so, and the arrow to the left goes on in it', async () => {
  const words = Object.fromEntries(
    [...' أنت مساعد بريد لخص الرسالة'.split(' ').entries()].map(([i, w]) => [i + 1, ` ${w}`]),
  );
  const arabic = makeAnalysis({ tokens: 24, words });
  const other = await driver.open(await reportOf(arabic, program));
  await seeAll(other);
  const place = (token: number) => other.locator(`[data-token="${token}"]`).boundingBox();
  expect((await place(3))!.x).toBeLessThan((await place(2))!.x);
  await other.locator('[data-token="2"]').click();
  await other.keyboard.press('ArrowLeft');
  await other.keyboard.press('Enter');
  expect(await other.locator('.token[aria-selected=true]').getAttribute('data-token')).toBe('3');
  // The rest of the prompt runs as ever.
  expect((await place(13))!.x).toBeGreaterThan((await place(12))!.x);
});
