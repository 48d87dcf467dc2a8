import { runTests } from '@vscode/test-electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './editor';
import { RESULTS_VARIABLE, type HostResult } from './inHost';
import { makeWorkspace } from './workspace';

/** Runs the same module as `runInHost` in a desktop VS Code, whose program is `executable`. */
export async function runInDesktop(
  executable: string,
  module: string,
  files: Record<string, string>,
): Promise<HostResult[]> {
  const workspace = makeWorkspace(files);
  const results = path.join(workspace.folder, '.results.json');
  try {
    // It rejects where a test failed; the results say which.
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: module,
      extensionTestsEnv: { [RESULTS_VARIABLE]: results },
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    }).catch(() => undefined);
    return JSON.parse(readFileSync(results, 'utf8')) as HostResult[];
  } finally {
    workspace.remove();
  }
}
