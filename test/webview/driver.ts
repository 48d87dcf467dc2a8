import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { build, type BuildOptions } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
// Plain JavaScript, shared with the build.
import { bundles } from '../../scripts/bundles.mjs';
import { startBrowser } from '../extension/driver/browser';

/** A program of the page as the build makes it. */
export interface Bundle {
  js: string;
  css: string;
}

/** Bundles one entry of the webview with the options of the build. */
export async function bundle(entry: string): Promise<Bundle> {
  const options = (bundles as BuildOptions[]).find(({ outfile }) => outfile === 'dist/report.js');
  const { outputFiles } = await build({ ...options, entryPoints: [entry], write: false, logLevel: 'error' });
  const text = (ending: string) => outputFiles?.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { js: text('.js'), css: text('.css') };
}

/** A browser, and what went wrong on the pages it opened. */
export interface Driver {
  open(html: string, options?: BrowserContextOptions, before?: (page: Page) => Promise<void>): Promise<Page>;
  /** Errors, warnings, policy violations and requests since the last `open`. */
  troubles(): string[];
  close(): Promise<void>;
}

/** Starts a browser whose pages are files, as a report is. */
export async function startDriver(): Promise<Driver> {
  const { browser, page: first } = await startBrowser();
  await first.close();
  const folder = mkdtempSync(join(tmpdir(), 'attnscope-page-'));
  let troubles: string[] = [];
  let count = 0;
  return {
    async open(html, options = {}, before) {
      troubles = [];
      const page = await newPage(browser, options);
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          troubles.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
      const file = join(folder, `page-${count++}.html`);
      page.on('request', (request) => {
        const url = request.url();
        const own = url.startsWith('data:') || url.startsWith('blob:') || url === pathToFileURL(file).href;
        if (!own) troubles.push(`request: ${url}`);
      });
      await before?.(page);
      writeFileSync(file, html);
      await page.goto(pathToFileURL(file).href);
      return page;
    },
    troubles: () => troubles,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 900, height: 900 },
    colorScheme: 'light',
    ...options,
  });
  return context.newPage();
}

/** Turns to a place of the panel. */
export async function openPlace(page: Page, place: string): Promise<void> {
  await page.locator(`#place-${place}-tab`).click();
}

/** Scrolls through all places of the page, so that each section is made and drawn; ends at the top of the first. */
export async function seeAll(page: Page): Promise<void> {
  await page.locator('.section').first().waitFor();
  const tabs = await page.locator('[role=tab]').all();
  for (const tab of tabs) {
    await tab.click();
    await seePlace(page);
  }
  if (tabs.length === 0) await seePlace(page);
  await page.waitForFunction(() => document.querySelectorAll('.section:not(.is-made)').length === 0);
  await page.waitForFunction(() => document.querySelectorAll('.is-loading').length === 0);
  await tabs[0]?.click();
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
}

async function seePlace(page: Page): Promise<void> {
  // The page grows while it is seen.
  for (let y = 0; y <= (await page.evaluate(() => document.documentElement.scrollHeight)); y += 400) {
    await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), y);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Run past the page's own policy, which allows no foreign script.
  await page.evaluate(readFileSync(axeSource, 'utf8'));
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}
