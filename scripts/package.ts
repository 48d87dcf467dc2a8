// Packs the extension for this platform into out/: `npm run package`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { version } from '../package.json';
import { copyNativePackages } from './packing/nativePackages';

const target = `${process.platform}-${process.arch}`;
const file = `out/attnscope-${target}-${version}.vsix`;
// A packed extension has no node_modules of its own; Node finds this one beside the bundles.
const beside = 'dist/node_modules';

function main(): void {
  run('node', ['scripts/build.mjs']);
  mkdirSync('out', { recursive: true });
  try {
    copyNativePackages('node_modules', beside);
    const links = ['--allow-missing-repository', '--no-rewrite-relative-links'];
    run('node', [
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--target',
      target,
      '--out',
      file,
      ...links,
    ]);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
}

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`"${program} ${args.join(' ')}" ended with ${status}.`);
}

main();
