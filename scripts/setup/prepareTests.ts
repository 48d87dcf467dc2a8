import { prepareChromium } from './chromium';
import { prepareCodeServer } from './codeServer';
import { prepareDesktop } from './desktopVSCode';

/**
 * Installs what the tests need beyond npm's own packages, and gives a line on each thing.
 *
 * @throws Error that says what to install where that is not possible here.
 */
export async function prepareTests(): Promise<string[]> {
  const lines = [`Chromium: ${await prepareChromium()}`];
  const desktop = await prepareDesktop();
  lines.push(`VS Code of the desktop: ${desktop.path ?? desktop.why}`);
  const server =
    process.platform === 'linux' ? (await prepareCodeServer()).server : 'not used: it runs on Linux only';
  return [...lines, `VS Code server: ${server}`];
}
