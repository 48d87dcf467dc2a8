// What the rules cost as they are shipped: bundles and starts `scanCosts.ts` as the build makes its programs. Sources that
// are run as they are take half as much time again. `tsx test/bench/scan.ts`, after a build.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { scanner } from '../../scripts/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const outfile = path.join(root, 'out/bench/scanCosts.js');

async function main(): Promise<void> {
  await build({ ...scanner, entryPoints: [path.join(import.meta.dirname, 'scanCosts.ts')], outfile });
  process.exitCode = spawnSync(process.execPath, [outfile, root], { stdio: 'inherit' }).status ?? 1;
}

void main();
