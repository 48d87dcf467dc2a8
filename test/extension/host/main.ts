// Runs inside the extension host, as @vscode/test-electron and the VS Code server start it.
import { writeFileSync } from 'node:fs';
import { activation } from './activation';
import { agentSafety } from './agentSafety';
import { background } from './background';
import { scanning } from './scanning';
import { scanTool } from './scanTool';
import { fixes } from './fixes';
import { lives } from './lives';
import { settings } from './settings';
import { typing } from './typing';
import { virtualFiles } from './virtualFiles';
import { workspaceScan } from './workspaceScan';
import type { HostTests } from './hostTests';

const suites: HostTests[] = [
  activation,
  settings,
  scanning,
  lives,
  agentSafety,
  virtualFiles,
  fixes,
  typing,
  scanTool,
  workspaceScan,
  background,
];

/** Longest time of one test, ms: one that hangs is to be told by its name. */
const LONGEST_MS = 60_000;

/** Runs all tests, writes how each ended to the file that ATTNSCOPE_HOST_RESULTS names, and rejects where one failed. */
export async function run(): Promise<void> {
  const results: { name: string; said?: string; error?: string }[] = [];
  for (const [name, test] of suites.flatMap((suite) => Object.entries(suite))) {
    try {
      const said = await endsInTime(test());
      results.push({ name, ...(said !== undefined && { said }) });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  const file = process.env.ATTNSCOPE_HOST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  const failed = results.filter((result) => result.error !== undefined);
  if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}: ${error}`).join('\n'));
}

function endsInTime<T>(test: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`It did not end within ${LONGEST_MS} ms.`)), LONGEST_MS).unref();
  });
  return Promise.race([test, late]);
}
