import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/setup/chromium';

export interface BrowserOptions {
  /** CSS pixels. */
  width?: number;
  height?: number;
}

/**
 * Starts Chromium headless, with no way out to any host but this machine.
 *
 * @throws Error where there is none.
 */
export async function startBrowser(options: BrowserOptions = {}): Promise<{ browser: Browser; page: Page }> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: run "npm run test:setup".');
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: 'dark',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { browser, page: await context.newPage() };
}
