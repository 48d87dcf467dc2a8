/** The programs of the project, as esbuild makes them. */
import { lexiconBeside } from './lexiconAhead.mjs';
import { preparedBeside } from './preparedAhead.mjs';

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  // Some packages' CommonJS form loads its own files in ways that cannot be bundled.
  mainFields: ['module', 'main'],
  // Given by the editor, native, or read from files of its own: these stay packages of their own beside the bundle.
  external: ['vscode', 'onnxruntime-node', 'tokenizers', '@vscode/tree-sitter-wasm'],
  plugins: [lexiconBeside],
};

const browser = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
};

/**
 * esbuild copies the members of a CommonJS module in every file that imports it, and `vscode` has some
 * 500 of them: a third of the time that the extension takes to load. An object that inherits them has
 * none of its own to copy.
 */
const inheritEditor = {
  name: 'inherit-editor',
  setup({ onResolve, onLoad }) {
    const namespace = 'inherited';
    onResolve({ filter: /^vscode$/, namespace: 'file' }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /^vscode$/, namespace }, () => ({
      contents: "module.exports = Object.create(require('vscode'));",
    }));
  },
};

/** What is rarely asked for stands in programs of its own, loaded when it is: import → file. */
const onRequest = [
  [/\/onRequest$/, './onRequest.js'],
  [/\/testProgram$/, './promptTests.js'],
  [/\/analysisProgram$/, './analysis.js'],
  [/\/bordersProgram$/, './borders.js'],
  [/\/getProgram$/, './get.js'],
];
const loadOnRequest = {
  name: 'load-on-request',
  setup({ onResolve }) {
    for (const [filter, path] of onRequest) {
      onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
    }
  },
};

/** A package that lists files asks where its own is, which a CommonJS bundle cannot say in that form. */
const fileUrl = "const fileUrl = require('node:url').pathToFileURL(__filename).href;";
const listsFiles = { define: { 'import.meta.url': 'fileUrl' } };

/** @type {import('esbuild').BuildOptions} */
export const scanner = {
  ...node,
  entryPoints: ['src/editor/scanner/scanWorker.ts'],
  outfile: 'dist/scanner.js',
  minify: true,
  banner: { js: fileUrl },
  ...listsFiles,
};

export const bundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    minify: true,
    plugins: [inheritEditor, loadOnRequest, lexiconBeside],
    // `require` knows the module that VS Code gives in every version of Node.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['src/editor/onRequest/onRequest.ts'], outfile: 'dist/onRequest.js', minify: true },
  {
    ...node,
    entryPoints: ['src/editor/promptTests/testProgram.ts'],
    outfile: 'dist/promptTests.js',
    minify: true,
  },
  {
    ...node,
    entryPoints: ['src/editor/analysis/analysisProgram.ts'],
    outfile: 'dist/analysis.js',
    minify: true,
  },
  {
    ...node,
    entryPoints: ['src/editor/bordersProgram.ts'],
    outfile: 'dist/borders.js',
    minify: true,
    plugins: [inheritEditor, lexiconBeside],
  },
  scanner,
  {
    ...node,
    entryPoints: ['src/inference/worker/main.ts'],
    outfile: 'dist/inference.js',
    minify: true,
    plugins: [preparedBeside],
  },
  {
    ...node,
    entryPoints: ['src/inference/worker/tokenizer/tokenizerProgram.ts'],
    outfile: 'dist/tokenizer.js',
    minify: true,
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [loadOnRequest, lexiconBeside],
    supported: { 'dynamic-import': false },
    banner: { js: `#!/usr/bin/env node\n${fileUrl}` },
    ...listsFiles,
  },
  { ...node, entryPoints: ['src/cli/get/getProgram.ts'], outfile: 'dist/get.js', minify: true },
  { ...browser, entryPoints: ['webview/panel.ts'], outfile: 'dist/panel.js' },
  { ...browser, entryPoints: ['webview/report.ts'], outfile: 'dist/report.js' },
  { ...browser, entryPoints: ['webview/study.ts'], outfile: 'dist/study.js' },
];
