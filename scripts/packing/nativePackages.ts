import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { grammars } from '../../src/prompts/code/languages';

/**
 * Copies the packages that cannot be bundled from one node_modules to another: of each, only the
 * code, the licence and the binaries of this platform.
 */
export function copyNativePackages(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const [name, files] of Object.entries(nativePackages(path.resolve(from)))) {
    for (const file of files) {
      const target = path.join(to, name, file);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(from, name, file), target);
    }
  }
}

/** Package → files of it that this platform needs, relative to the package. */
function nativePackages(modules: string): Record<string, string[]> {
  const filesIn = (name: string, folder: string, kind: RegExp): string[] =>
    readdirSync(path.join(modules, name, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => kind.test(file) && statSync(path.join(modules, name, file)).isFile());
  return {
    'onnxruntime-node': [
      'package.json',
      ...filesIn('onnxruntime-node', 'dist', /\.js$/),
      ...filesIn('onnxruntime-node', `bin/napi-v6/${process.platform}/${process.arch}`, /./),
    ],
    // Its dist/cjs holds a package.json that says what kind of modules these are.
    'onnxruntime-common': ['package.json', ...filesIn('onnxruntime-common', 'dist/cjs', /\.js(on)?$/)],
    '@vscode/tree-sitter-wasm': [
      'package.json',
      'LICENSE',
      'wasm/tree-sitter.js',
      'wasm/tree-sitter.wasm',
      ...grammars.map((grammar) => `wasm/tree-sitter-${grammar}.wasm`),
    ],
    tokenizers: ['package.json', 'LICENSE', 'index.js', binaryOfTokenizers(modules)],
  };
}

/** The one binary of `tokenizers` that it loads here: its own choice among platforms and C libraries. */
function binaryOfTokenizers(modules: string): string {
  const load = createRequire(path.join(modules, 'tokenizers/index.js'));
  load('./index.js');
  const loaded = Object.keys(load.cache).find((file) => /[\\/]tokenizers[\\/][^\\/]+\.node$/.test(file));
  if (!loaded) throw new Error('The package tokenizers has loaded no binary of its own.');
  return path.basename(loaded);
}
