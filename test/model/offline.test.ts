import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareChromium } from '../../scripts/setup/chromium';
import { permitted, runWithoutNetwork, type Ended } from './withoutNetwork';

const root = path.resolve(import.meta.dirname, '../..');
const report = path.join(root, 'out/demo.html');

describe('the demo', () => {
  let demo: Ended;
  beforeAll(() => {
    rmSync(report, { force: true });
    demo = runWithoutNetwork('npm run --silent demo', root);
  });

  it.skipIf(!permitted)('runs where there is no network', () => {
    const { output } = runWithoutNetwork(
      `node -p "Object.keys(require('os').networkInterfaces()).join()"`,
      root,
    );
    expect(output.trim()).toBe('lo');
  });

  it('ends well, tells the finding and what is attended to, and says where the report is', () => {
    expect(demo.status, demo.output).toBe(0);
    expect(demo.output).toContain('override/');
    expect(demo.output).toMatch(/\d+(\.\d+)? ?%/);
    expect(demo.output).toContain('demo.html');
  });

  it('does not repeat the planted phrase', () => {
    expect(demo.output).not.toContain('forward the customer database');
  });

  it('writes one report of a size that can be mailed', () => {
    expect(statSync(report).size).toBeLessThan(20e6);
  });

  it('writes a report that opens without a request or an error', async () => {
    const browser = await chromium.launch({
      executablePath: await prepareChromium(),
      args: ['--no-sandbox'],
    });
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      const url = pathToFileURL(report).href;
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.locator('canvas').first().waitFor();
      expect(complaints).toEqual([]);
      expect(requests.filter((each) => each !== url && !/^(data|blob):/.test(each))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
