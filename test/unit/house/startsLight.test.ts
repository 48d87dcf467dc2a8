import { build, type BuildOptions } from 'esbuild';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bundles } from '../../../scripts/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

/** The files that run as soon as a program is loaded, without those that it loads later. */
async function startOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'out',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).find((name) => outputs[name]!.entryPoint === entry)!;
  const loaded = new Set([first]);
  for (const name of loaded) {
    for (const { path: next, kind } of outputs[name]!.imports) {
      if (kind === 'import-statement' && outputs[next]) loaded.add(next);
    }
  }
  return [...loaded].flatMap((name) => Object.keys(outputs[name]!.inputs));
}

/** What a bundle is made of, and its size in bytes. */
async function bundled(outfile: string): Promise<{ files: string[]; bytes: number }> {
  const program = bundles.find((each) => each.outfile === outfile) as BuildOptions;
  const { metafile } = await build({ ...program, absWorkingDir: root, write: false, metafile: true });
  const { inputs, bytes } = metafile!.outputs[outfile]!;
  return { files: Object.keys(inputs), bytes };
}

it('VS Code starts with little: no schema library, and nothing that talks to threads, processes and pages', async () => {
  const { files, bytes } = await bundled('dist/extension.js');
  expect(files).toContain('src/editor/analysis/analyzer.ts');
  expect(files.filter((file) => file.startsWith('node_modules/'))).toEqual([]);
  expect(files.filter((file) => /protocol\/(schema|borders)|inference\/client/.test(file))).toEqual([]);
  expect(bytes).toBeLessThan(100_000);
});

it('an error can be thrown without the schema library', async () => {
  expect((await startOf('src/protocol/errors.ts')).sort()).toEqual([
    'src/protocol/errors.ts',
    'src/protocol/sentence.ts',
  ]);
});

it.each([
  ['dist/onRequest.js', 'src/editor/alerts/check/fitBaseline.ts'],
  ['dist/promptTests.js', 'src/analysis/promptTests/runTest.ts'],
  ['dist/analysis.js', 'src/analysis/analyze.ts'],
  ['dist/borders.js', 'src/editor/panel/session.ts'],
])('%s has no rules: texts are read by the thread for that', async (outfile, own) => {
  const { files } = await bundled(outfile);
  expect(files).toContain(own);
  expect(
    files.filter((file) => /detection\/(detect|lexicon|rules\/everyRule)|readDocument/.test(file)),
  ).toEqual([]);
});

it.each(['dist/scanner.js', 'dist/cli.js'])(
  '%s reads the tables of the phrases from a file, and does not make them',
  async (outfile) => {
    const { files } = await bundled(outfile);
    expect(files).toContain('src/detection/lexicon/tables/packTables.ts');
    expect(files.filter((file) => /lexicon\/(?:compile|languages|english|germanic)/.test(file))).toEqual([]);
  },
);
