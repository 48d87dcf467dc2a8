import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cli, example } from './runCli';

// The runtime's telemetry begins with a device id that it writes into the cache folder.
it.runIf(process.platform === 'linux')('an analysis leaves its own cache behind, and nothing else', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'attnscope-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { CI: _, ...env } = process.env; // where it is set, the runtime keeps quiet by itself
  const { stdout } = spawnSync(process.execPath, [cli, 'analyze', example, '--format', 'json'], {
    encoding: 'utf8',
    env: { ...env, HOME: home, XDG_CACHE_HOME: path.join(home, 'cache') },
  });
  expect(JSON.parse(stdout)).toHaveProperty('attention');
  expect(readdirSync(home)).toEqual(['cache']);
  expect(readdirSync(path.join(home, 'cache'))).toEqual(['attnscope']);
});
