// Bundles every program of the project into dist/. `--watch` keeps on building.
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  external: ['vscode', 'onnxruntime-node', 'tokenizers'],
  logLevel: 'info',
};

const browser = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  logLevel: 'info',
};

const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  { ...node, entryPoints: ['src/inference/worker/main.ts'], outfile: 'dist/inference.js' },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, entryPoints: ['webview/panel.ts'], outfile: 'dist/panel.js' },
  { ...browser, entryPoints: ['webview/report.ts'], outfile: 'dist/report.js' },
];

if (watch) {
  await Promise.all(bundles.map(async (b) => (await context(b)).watch()));
} else {
  await Promise.all(bundles.map((b) => build(b)));
}
