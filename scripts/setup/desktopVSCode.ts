import { downloadAndUnzipVSCode } from '@vscode/test-electron';

/** Version of the desktop VS Code that the tests inside the extension host run in. */
const VERSION = '1.139.0';
const HOST = 'https://update.code.visualstudio.com/api/releases/stable';

/** Path of a desktop VS Code, or why there is none here. */
export type Desktop = { path: string; why?: undefined } | { path?: undefined; why: string };

/** Finds, or downloads, a desktop VS Code; never fails, since the server can stand in for it. */
export async function prepareDesktop(): Promise<Desktop> {
  if (process.platform === 'linux' && !process.env.DISPLAY)
    return { why: 'not used: this machine has no display' };
  try {
    await fetch(HOST, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return { path: await downloadAndUnzipVSCode({ version: VERSION, timeout: 60_000 }) };
  } catch {
    return { why: 'not used: it cannot be downloaded here' };
  }
}
