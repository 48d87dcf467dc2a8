import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studyHtml } from '../../src/report/study/studyHtml';
import { study } from '../../src/study/study';
import { madePrompts } from '../unit/study/madePrompts';
import { accessibilityFaults, bundle, type Driver, startDriver } from './driver';

let driver: Driver;
let html: string;
const run = { version: '1.0.0', seed: 3, generate: 24, sha256: 'ab', errors: [] };
const report = study(madePrompts(40), run);

beforeAll(async () => {
  const [started, { js, css }] = await Promise.all([startDriver(), bundle('webview/study.ts')]);
  driver = started;
  html = studyHtml(report, { script: js, css });
});
afterAll(() => driver.close());

/** Of each chart: its name, and the colours that it is drawn in. */
async function charts(page: Page): Promise<[name: string, colours: number][]> {
  return page.locator('canvas[data-chart]').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas): [string, number] => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return [canvas.dataset.chart!, new Set(new Uint32Array(data.buffer)).size];
    }),
  );
}

test.each(['light', 'dark'] as const)(
  'a study opens from a file, in %s, without a request',
  async (colorScheme) => {
    const page = await driver.open(html, { colorScheme, offline: true });
    await expect
      .poll(async () => (await charts(page)).map(([name, colours]) => [name, colours > 20]))
      .toEqual([
        ['wanted', true],
        ['length', true],
      ]);
    expect(driver.troubles()).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);

test('all points of its figures stand in a table beside', async () => {
  const page = await driver.open(html, { offline: true });
  await page.getByText('All points as a table').click();
  const rows = page.locator('details tbody tr');
  expect(await rows.count()).toBe(report.points.length);
  const last = report.points.at(-1)!;
  const row = await rows.last().allInnerTexts();
  expect(row.join(' ')).toContain(String(last.id));
  expect(row.join(' ')).toContain(last.anomaly!.toFixed(2));
});
