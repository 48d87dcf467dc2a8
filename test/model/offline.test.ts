import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareChromium } from '../../scripts/setup/chromium';

const root = path.resolve(import.meta.dirname, '../..');
const report = path.join(root, 'out/demo.html');

/** A shell command in a network namespace of its own, which has the loopback device and nothing else. */
const alone = (command: string): string[] => ['-rn', 'sh', '-c', `ip link set lo up && ${command}`];
const permitted = spawnSync('unshare', alone('true')).status === 0;
if (!permitted)
  console.log('Skipped: this machine does not permit network namespaces, so the demo runs with its network.');

/** Runs a program of the project to its end, without a network where that is permitted. */
function run(command: string): { status: number | null; output: string } {
  const [program, args] = permitted ? ['unshare', alone(command)] : ['sh', ['-c', command]];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe('the demo', () => {
  let demo: ReturnType<typeof run>;
  beforeAll(() => {
    rmSync(report, { force: true });
    demo = run('npm run --silent demo');
  });

  it.skipIf(!permitted)('runs where there is no network', () => {
    const { output } = run(`node -p "Object.keys(require('os').networkInterfaces()).join()"`);
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
