import { existsSync } from 'node:fs';
import { aptInstall } from './debian';

/** Names another Chromium or Chrome for the tests. */
export const CHROMIUM_VARIABLE = 'ATTNSCOPE_CHROMIUM';

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Path of the Chromium or Chrome of this machine, if it has one. */
export function findChromium(): string | undefined {
  const named = process.env[CHROMIUM_VARIABLE];
  if (named) return existsSync(named) ? named : undefined;
  return PLACES[process.platform]?.find((path) => existsSync(path));
}

/**
 * Path of a Chromium, installed first where there is none.
 *
 * @throws Error that says what to install where that is not possible here.
 */
export async function prepareChromium(): Promise<string> {
  if (!findChromium()) {
    await aptInstall(['chromium', 'fonts-liberation'], `Chromium (or ${CHROMIUM_VARIABLE})`);
  }
  const found = findChromium();
  if (!found) throw new Error(`Chromium was not found; name it in ${CHROMIUM_VARIABLE}.`);
  return found;
}
