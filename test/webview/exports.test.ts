import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, seeAll, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { reportOf } from './reportPage';

let driver: Driver;
let program: Bundle;
let page: Page;
const made = makeAnalysis({ tokens: 24 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/report.ts')]);
  page = await driver.open(await reportOf(made, program), { colorScheme: 'dark', acceptDownloads: true });
  await seeAll(page);
});
afterAll(() => driver.close());

async function exported(section: string, item: string): Promise<Buffer> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.locator(`${section} .menu-button vscode-button`).first().click();
  await page.locator(`${section} [role=menuitem]`, { hasText: item }).first().click();
  return readFileSync(await (await waiting).path());
}

/** Rows of a CSV file whose fields hold no line break. */
function rowsOf(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, field]) => field!),
    );
}

test('the map as CSV holds the weights of the model, the sink taken out', async () => {
  const rows = rowsOf((await exported('#map', 'Numbers (CSV)')).toString());
  expect(rows).toHaveLength(25);
  expect(rows[0]).toEqual([
    ...['index', 'text', ...Array.from({ length: 24 }, (_, key) => String(key))],
    ...['figure', 'model', 'sha256', 'layer', 'head', 'treatment', 'version'],
  ]);
  expect(rows[7]!.slice(0, 2)).toEqual(['6', '<|im_end|>']);
  expect(rows[7]!.slice(-6)).toEqual(['Made-up-4x3', 'ab'.repeat(32), '3', 'mean', 'withoutSink', '0.1.0']);
  const mean = (key: number) => [0, 1, 2].reduce((sum, head) => sum + made.weight(3, head, 20, key), 0) / 3;
  expect(Number(rows[21]![7])).toBeCloseTo(mean(5) / (1 - mean(0)), 4);
  // Absent: the sink, and what a causal model cannot read.
  expect(rows[21]![2]).toBe('');
  expect(rows[21]![23]).toBe('');
});

test('the map as JSON says what its axes are', async () => {
  const json = JSON.parse((await exported('#map', 'Numbers (JSON)')).toString()) as {
    treatment: string;
    note: string;
    rows: { title: string; items: { index: number; text: string }[] };
    columns: { title: string };
    data: (number | null)[][];
  };
  expect(json.treatment).toBe('withoutSink');
  expect(json.note).toBe('Without the sink (0 <|im_start|>), each row scaled to sum to 1.');
  expect(json.rows.title).toBe('Output token');
  expect(json.columns.title).toBe('Input token');
  expect(json.rows.items[6]).toEqual({ index: 6, text: '<|im_end|>' });
  expect(json.data[3]).toHaveLength(24);
  const sum = json.data[10]!.reduce<number>((total, value) => total + (value ?? 0), 0);
  expect(sum).toBeCloseTo(1, 3);
});

test('the map as PNG is twice as large, on white whatever the theme, with title and axes', async () => {
  const png = await exported('#map', 'Picture (PNG)');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1800, 1760]);
  const seen = await page.evaluate(async (base64) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(picture, 0, 0);
    const inked = (x: number, y: number, width: number, height: number) => {
      const words = new Uint32Array(context.getImageData(x, y, width, height).data.buffer);
      return words.filter((word) => word !== 0xffffffff).length;
    };
    return {
      corner: [...context.getImageData(1, 1, 1, 1).data],
      title: inked(0, 0, 900, 100),
      rowLabels: inked(40, 200, 160, 1000),
      colorBar: inked(1660, 200, 60, 1000),
    };
  }, png.toString('base64'));
  expect(seen.corner).toEqual([255, 255, 255, 255]);
  for (const part of [seen.title, seen.rowLabels, seen.colorBar]) expect(part).toBeGreaterThan(500);
});

test('the map as SVG has real text and one rectangle per cell or run of cells', async () => {
  const svg = (await exported('#map', 'Drawing (SVG)')).toString();
  expect(svg).toContain('Attention, layer 3, mean of heads</text>');
  expect(svg).toContain('23 &#60;|im_start');
  expect(svg).toContain('Output token</text>');
  expect(svg).not.toContain('<image');
  expect(svg.match(/shape-rendering="crispEdges"/g)!.length).toBeGreaterThan(200);
  const parsed = await page.evaluate((text) => {
    const parts = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      wrong: parts.querySelector('parsererror') !== null,
      texts: parts.querySelectorAll('text').length,
    };
  }, svg);
  expect(parsed.wrong).toBe(false);
  expect(parsed.texts).toBeGreaterThan(50);
});

test('lines as SVG are paths', async () => {
  const svg = (await exported('#layers', 'Drawing (SVG)')).toString();
  expect(svg).toContain('stroke-dasharray');
  expect(svg).toContain('the system prompt</text>');
});

test('all layers as one drawing carry their names', async () => {
  const waiting = page.waitForEvent('download');
  await page.locator('vscode-button[aria-label="Export: All layers"]').click();
  const menu = page.locator('[role=menu][aria-label="Export: All layers"]');
  await menu.locator('[role=menuitem]', { hasText: 'Drawing (SVG)' }).click();
  const svg = readFileSync(await (await waiting).path()).toString();
  for (const layer of [0, 1, 2, 3]) expect(svg).toContain(`Layer ${layer}</text>`);
  expect(svg).toContain('<image');
});

test('all layers, and the heads of one, are written out as the numbers of all their maps', async () => {
  const numbers = async (title: string) => {
    const waiting = page.waitForEvent('download');
    await page.locator(`vscode-button[aria-label="Export: ${title}"]`).click();
    const menu = page.locator(`[role=menu][aria-label="Export: ${title}"]`);
    await menu.locator('[role=menuitem]', { hasText: 'Numbers (CSV)' }).click();
    return rowsOf(readFileSync(await (await waiting).path()).toString());
  };
  const layers = await numbers('All layers');
  expect(layers).toHaveLength(4 * 24 + 1);
  // Layer 2, token 20: the row is named by both.
  const row = layers[2 * 24 + 20 + 1]!;
  expect(row.slice(0, 2)).toEqual(['Layer 2', '20']);
  const mean = (key: number) => [0, 1, 2].reduce((sum, head) => sum + made.weight(2, head, 20, key), 0) / 3;
  expect(Number(row[8])).toBeCloseTo(mean(5) / (1 - mean(0)), 4);
  // The mean, then three heads.
  expect(await numbers('Heads of layer 3')).toHaveLength(4 * 24 + 1);
});

test('a report whose heads are coarser than its means writes each weight under its own tokens', async () => {
  const tokens = 120;
  const coarse = makeAnalysis({ tokens });
  const html = await reportOf(coarse, program, { budget: 50_000 });
  const other = await driver.open(html, { acceptDownloads: true });
  await seeAll(other);
  const waiting = other.waitForEvent('download');
  await other.locator('vscode-button[aria-label="Export: Heads of layer 3"]').click();
  const menu = other.locator('[role=menu][aria-label="Export: Heads of layer 3"]');
  await menu.locator('[role=menuitem]', { hasText: 'Numbers (CSV)' }).click();
  const [head, ...rows] = rowsOf(readFileSync(await (await waiting).path()).toString());
  expect(head!.slice(0, 4)).toEqual(['map', 'index', 'last', 'text']);
  const pool = Number(rows[0]![2]) + 1;
  const side = Math.ceil(tokens / pool);
  expect(rows).toHaveLength(4 * side);
  const [row, column] = [side - 2, 2];
  for (const map of [0, 1, 2, 3]) {
    let largest = 0;
    for (let query = row * pool; query < (row + 1) * pool; query++) {
      for (let key = column * pool; key < (column + 1) * pool; key++) {
        const ofHeads = [0, 1, 2].map((one) => coarse.weight(3, one, query, key));
        const weight = map === 0 ? (ofHeads[0]! + ofHeads[1]! + ofHeads[2]!) / 3 : ofHeads[map - 1]!;
        largest = Math.max(largest, weight);
      }
    }
    const cells = rows[map * side + row]!;
    expect(cells.slice(0, 2)).toEqual([map === 0 ? 'Mean of heads' : `Head ${map - 1}`, String(row * pool)]);
    expect(Number(cells[column + 4])).toBeCloseTo(largest, 3);
  }
});

test('concentrated attention is written out as a list', async () => {
  await page.locator('#anomalies vscode-dropdown').focus();
  await page.keyboard.press('ArrowDown');
  const waiting = page.waitForEvent('download');
  await page.locator('vscode-button[aria-label="Export: Plain rule"]').click();
  const menu = page.locator('[role=menu][aria-label="Export: Plain rule"]');
  expect(await menu.locator('[role=menuitem]').allTextContents()).toEqual([
    'Numbers (CSV)',
    'Numbers (JSON)',
  ]);
  await menu.locator('[role=menuitem]', { hasText: 'CSV' }).click();
  const [head, ...rows] = rowsOf(readFileSync(await (await waiting).path()).toString());
  expect(head!.slice(0, 6)).toEqual([
    ...['output text', 'input text', 'Layer', 'Output token', 'Input token', 'Concentration'],
  ]);
  const { plain } = made.result.attention.anomalies;
  expect(rows.map((row) => row.slice(2, 5).map(Number))).toEqual(
    plain.map(({ layer, output, focus }) => [layer, output, focus]),
  );
});

test('of a zoomed map only the part in view is written', async () => {
  await page.locator('#map .chart canvas').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  const rows = rowsOf((await exported('#map', 'Numbers (CSV)')).toString());
  expect(rows.length).toBeLessThan(12);
  const labels = rows.slice(1).map(([label]) => Number.parseInt(label!.replace('"', ''), 10));
  expect(labels).toEqual(labels.map((_, i) => labels[0]! + i));
  await page.locator('#map .menu-button vscode-button').first().click();
  expect(await page.locator('#map .menu-note').first().textContent()).toBe('Exports hold the part in view.');
  await page.keyboard.press('Escape');
  expect(driver.troubles()).toEqual([]);
});

test('a large map is one embedded picture in its SVG', async () => {
  const large = makeAnalysis({ tokens: 100, layers: 1, heads: 1 });
  const other = await driver.open(await reportOf(large, program), { acceptDownloads: true });
  await seeAll(other);
  page = other;
  const svg = (await exported('#map', 'Drawing (SVG)')).toString();
  expect(svg.match(/<image/g)).toHaveLength(1);
  expect(svg).toContain('href="data:image/png;base64,');
});

test('the picture of the prompt is its text, each token on the shade of its weight', async () => {
  const other = await driver.open(await reportOf(made, program), { acceptDownloads: true });
  await seeAll(other);
  page = other;
  const section = '#prompt';
  const svg = (await exported(section, 'Drawing (SVG)')).toString();
  const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
  const written = made.result.tokens.map(({ text }) =>
    text.replace('\n', '↵').replaceAll('<', '&#60;').replaceAll('>', '&#62;'),
  );
  const first = words.indexOf(written[0]!);
  expect(words.filter((word) => written.includes(word))).toEqual(written);
  expect(words.slice(0, first)).toContain('the chat template');
  expect(words).toContain('the data');
  // What is read most has a shade of its own behind it: as many as there are tokens with one on the page.
  const shaded = await page.locator('.strip [data-shade]').count();
  const rectangles = svg.match(/<(?:rect|path)[^>]*fill="rgb/g)!.length;
  expect(shaded).toBeGreaterThan(5);
  expect(rectangles).toBeGreaterThanOrEqual(shaded);
  const png = await exported(section, 'Picture (PNG)');
  expect(png.readUInt32BE(16)).toBe(1800);
});

test('the numbers of the prompt are a row for each token', async () => {
  const rows = rowsOf((await exported('#prompt', 'Numbers (CSV)')).toString());
  expect(rows[0]!.slice(0, 2)).toEqual(['index', 'text']);
  expect(rows.slice(1).map(([index]) => index)).toEqual(made.result.tokens.map((_, index) => String(index)));
  const { perLayer } = made.result.attention.reading;
  const mean = perLayer.reduce((sum, row) => sum + row[5]! / (1 - row[0]!), 0) / perLayer.length;
  expect(Number(rows[6]![2])).toBeCloseTo(mean, 4);
});

test('files of other numbers have other names', async () => {
  const nameOf = async () => {
    const waiting: Promise<Download> = page.waitForEvent('download');
    await page.locator('#map .menu-button vscode-button').first().click();
    await page.locator('#map [role=menuitem]', { hasText: 'Numbers (CSV)' }).first().click();
    return (await waiting).suggestedFilename();
  };
  expect(await nameOf()).toBe('mail-agent-prompt-layer-3-mean.csv');
  await page.locator('vscode-checkbox', { hasText: 'sink' }).first().click();
  expect(await nameOf()).toBe('mail-agent-prompt-layer-3-mean-with-sink.csv');
  await page.locator('#map .chart canvas').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  expect(await nameOf()).toBe('mail-agent-prompt-layer-3-mean-with-sink-part.csv');
});
