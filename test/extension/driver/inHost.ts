import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startBrowser } from './browser';
import { ROOT, workbenchUrl } from './editor';
import { startServer, type ServerOptions } from './server';
import { makeWorkspace } from './workspace';

/** How one test inside the extension host ended. */
export interface HostResult {
  name: string;
  /** What was measured. */
  said?: string;
  /** Stack of the failure; absent where the test passed. */
  error?: string;
}

/** Environment variable that names the file the tests write their results to. */
export const RESULTS_VARIABLE = 'ATTNSCOPE_HOST_RESULTS';

/**
 * Runs a CommonJS module that exports `run()` inside the extension host of a VS Code server, with our
 * extension in development, and returns what it wrote to the results file.
 *
 * @throws Error with the console of the extension host where it does not end within `timeout` ms.
 */
export async function runInHost(
  module: string,
  files: Record<string, string>,
  options: ServerOptions = {},
  timeout = 120_000,
): Promise<HostResult[]> {
  const workspace = makeWorkspace(files);
  const results = path.join(workspace.folder, '.results.json');
  const env = { ...options.env, [RESULTS_VARIABLE]: results };
  const server = await startServer({ ...options, env, forInHostTests: true });
  try {
    const { browser, page } = await startBrowser();
    try {
      const lines: string[] = [];
      let ended: (code: number) => void = () => undefined;
      const end = new Promise<number>((resolve) => (ended = resolve));
      // The workbench calls these two where they exist.
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
        lines.push(args.join(' ')),
      );
      await page.exposeFunction('codeAutomationExit', (code: number) => ended(code));
      const remote = (file: string): string => `vscode-remote://127.0.0.1:${server.port}${file}`;
      const url = workbenchUrl(server, workspace.folder, [
        ['extensionDevelopmentPath', remote(ROOT)],
        ['extensionTestsPath', remote(module)],
      ]);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      const late = setTimeout(() => ended(-1), timeout);
      const code = await end;
      clearTimeout(late);
      if (code === -1)
        throw new Error(`The tests did not end within ${timeout} ms.\n${lines.slice(-30).join('\n')}`);
      return JSON.parse(readFileSync(results, 'utf8')) as HostResult[];
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    workspace.remove();
  }
}
