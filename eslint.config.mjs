import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/**
 * The arrows of the design: each part of the product, and the parts it may import.
 * A file in no part, and an import against this table, fail the lint.
 */
const parts = {
  protocol: { folder: 'src/protocol', may: [] },
  prompts: { folder: 'src/prompts', may: ['protocol'] },
  detection: { folder: 'src/detection', may: ['prompts', 'protocol'] },
  attention: { folder: 'src/attention', may: ['protocol'] },
  model: { folder: 'src/model', may: ['protocol'] },
  client: { folder: 'src/inference/client', may: ['protocol'] },
  worker: { folder: 'src/inference/worker', may: ['model', 'attention', 'protocol'] },
  analysis: { folder: 'src/analysis', may: ['prompts', 'detection', 'attention', 'client', 'protocol'] },
  report: { folder: 'src/report', may: ['protocol'] },
  editor: {
    folder: 'src/editor',
    may: ['report', 'analysis', 'client', 'model', 'attention', 'detection', 'prompts', 'protocol'],
  },
  cli: {
    folder: 'src/cli',
    may: ['report', 'analysis', 'client', 'model', 'attention', 'detection', 'prompts', 'protocol'],
  },
  extension: { file: 'src/extension.ts', may: ['editor', 'analysis', 'client'] },
  webview: { folder: 'webview', may: ['protocol'] },
};

/** Packages that only some parts may import, with the reason. */
const packages = [
  { name: 'vscode', only: ['editor', 'extension'], why: 'only src/editor knows the editor' },
  { name: 'onnxruntime-node', only: ['worker'], why: 'native code blocks the thread that calls it: the worker is its only door' },
  { name: 'onnxruntime-common', only: ['worker'], why: 'the worker is the only door to the runtime' },
  { name: 'tokenizers', only: ['worker'], why: 'native code: the worker is its only door' },
  { name: 'zod', only: ['protocol'], why: 'src/protocol/schema.ts is its only door' },
];

const elements = Object.entries(parts).map(([type, p]) =>
  p.file ? { type, pattern: p.file, mode: 'full' } : { type, pattern: `${p.folder}/**/*`, mode: 'full' },
);

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'media/**', 'test/fixtures/**', '.vscode-test/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'webview/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['src/**/*.ts', 'webview/**/*.ts'],
      'import/resolver': { typescript: { project: ['tsconfig.json', 'webview/tsconfig.json'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown': 'error',
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message: 'src: ${file.type} must not import ${dependency.type} (see the table in eslint.config.mjs)',
          rules: Object.entries(parts).map(([type, p]) => ({ from: [type], allow: [type, ...p.may] })),
        },
      ],
      'boundaries/external': [
        'error',
        {
          default: 'allow',
          rules: packages.map((p) => ({
            from: Object.keys(parts).filter((t) => !p.only.includes(t)),
            disallow: [p.name],
            message: `${p.name}: ${p.why}`,
          })),
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 400 }],
    },
  },
);
