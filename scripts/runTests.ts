// Runs tiers of tests one after the other, even where one fails, and closes with one line of totals.
// `runTests.ts` alone runs the check and all tiers of `npm test`; `runTests.ts unit` runs that one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { prepareTests } from './setup/prepareTests';

const TIERS = ['unit', 'model', 'zoo', 'webview', 'extension'];
/** Tiers that need more than npm installs. */
const NEED_SETUP = ['model', 'webview', 'extension', 'slow'];
const RESULTS = 'out/test';

interface Count {
  passed: number;
  failed: number;
}

/** What is read from the report that vitest writes. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const tiers = named.length > 0 ? named : TIERS;
  const counts: Record<string, Count> = {};

  const setup = tiers.some((tier) => NEED_SETUP.includes(tier)) ? settled(prepareTests()) : undefined;
  // Before anything is built, as in a fresh clone.
  if (named.length === 0) counts.check = step('check', 'npm', ['run', '--silent', 'check']);
  counts.build = step('build', 'node', ['scripts/build.mjs']);

  mkdirSync(RESULTS, { recursive: true });
  for (const tier of tiers) {
    if (setup && NEED_SETUP.includes(tier) && !counts.setup) {
      const { lines, error } = await setup;
      console.log(`\n== setup\n${lines.join('\n')}`);
      counts.setup = { passed: 0, failed: error ? 1 : 0 };
    }
    counts[tier] = runTier(tier);
  }

  const all = Object.entries(counts);
  const total = (key: keyof Count): number => all.reduce((sum, [, count]) => sum + count[key], 0);
  console.log('');
  for (const [name, { passed, failed }] of all) {
    if (passed + failed > 0)
      console.log(`${name.padEnd(10)} ${passed} passed${failed ? `, ${failed} failed` : ''}`);
  }
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}

/** The lines of a preparation, and whether it failed; never rejects, since it is awaited later. */
function settled(preparation: Promise<string[]>): Promise<{ lines: string[]; error: boolean }> {
  return preparation.then(
    (lines) => ({ lines, error: false }),
    (error: Error) => ({ lines: [error.message], error: true }),
  );
}

/** A command that counts as one test where it fails, and as none where it passes. */
function step(name: string, program: string, args: string[]): Count {
  console.log(`\n== ${name}`);
  // npm is a shell script on Windows.
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

function runTier(tier: string): Count {
  console.log(`\n== ${tier}`);
  const file = `${RESULTS}/${tier}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    tier,
  ];
  const { status } = spawnSync('node', [...args, ...reporters], { stdio: 'inherit' });
  const count = readCount(file);
  // An error outside any test fails the run without failing a test.
  if (status !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

function readCount(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // A file that could not be loaded has no test that failed.
    const broken = report.testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

void main();
