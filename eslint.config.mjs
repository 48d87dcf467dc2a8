import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The arrows of the design: each part of the product, and the parts it may import.
 * A file in no part, and an import against this table, fail the lint.
 */
const parts = {
  protocol: { folder: 'src/protocol', may: [] },
  prompts: { folder: 'src/prompts', may: ['protocol'] },
  files: { folder: 'src/files', may: ['prompts', 'protocol'] },
  detection: { folder: 'src/detection', may: ['prompts', 'protocol'] },
  suppressions: { folder: 'src/suppressions', may: ['detection', 'prompts', 'protocol'] },
  config: { folder: 'src/config', may: ['suppressions', 'detection', 'files', 'prompts', 'protocol'] },
  statistics: { folder: 'src/statistics', may: [] },
  attention: { folder: 'src/attention', may: ['statistics', 'protocol'] },
  probes: { folder: 'src/probes', may: ['protocol'] },
  features: { folder: 'src/features', may: ['protocol'] },
  behaviour: { folder: 'src/behaviour', may: ['protocol'] },
  comparison: { folder: 'src/comparison', may: ['attention', 'protocol'] },
  monitor: { folder: 'src/monitor', may: ['statistics', 'features', 'protocol'] },
  alerts: { folder: 'src/alerts', may: ['monitor', 'disk', 'protocol'] },
  study: { folder: 'src/study', may: ['statistics', 'features', 'behaviour', 'protocol'] },
  calibration: { folder: 'src/calibration', may: ['statistics', 'probes', 'prompts', 'protocol'] },
  promptTests: { folder: 'src/promptTests', may: ['behaviour', 'protocol'] },
  disk: { folder: 'src/disk', may: ['protocol'] },
  model: { folder: 'src/model', may: ['protocol'] },
  hub: { folder: 'src/hub', may: ['model', 'disk', 'protocol'] },
  client: { folder: 'src/inference/client', may: ['protocol'] },
  worker: { folder: 'src/inference/worker', may: ['model', 'attention', 'probes', 'disk', 'protocol'] },
  analysis: {
    folder: 'src/analysis',
    may: [
      'calibration',
      'study',
      'promptTests',
      'monitor',
      'comparison',
      'behaviour',
      'features',
      'statistics',
      'attention',
      'config',
      'suppressions',
      'detection',
      'prompts',
      'protocol',
    ],
  },
  describe: { folder: 'src/describe', may: ['promptTests', 'attention', 'protocol'] },
  report: { folder: 'src/report', may: ['describe', 'promptTests', 'attention', 'protocol'] },
  editor: {
    folder: 'src/editor',
    may: [
      'report',
      'describe',
      'analysis',
      'alerts',
      'monitor',
      'promptTests',
      'attention',
      'client',
      'model',
      'hub',
      'config',
      'suppressions',
      'detection',
      'files',
      'prompts',
      'protocol',
    ],
  },
  cli: {
    folder: 'src/cli',
    may: [
      'report',
      'describe',
      'analysis',
      'alerts',
      'calibration',
      'study',
      'promptTests',
      'monitor',
      'comparison',
      'behaviour',
      'probes',
      'config',
      'suppressions',
      'attention',
      'client',
      'hub',
      'detection',
      'files',
      'prompts',
      'protocol',
    ],
  },
  extension: { file: 'src/extension.ts', may: ['editor'] },
  webview: { folder: 'webview', may: ['comparison', 'describe', 'attention', 'protocol'] },
};

/** Rooms of the editor that know nothing of each other; what both know of documents is in src/editor/documents. */
const apart = [
  ['findings', 'analysis'],
  ['analysis', 'findings'],
];

/** Packages that only some parts may import, with the reason. */
const packages = [
  { name: 'vscode', only: ['editor', 'extension'], why: 'only src/editor knows the editor' },
  { name: 'onnxruntime-node', only: ['worker'], why: 'native code blocks the thread that calls it' },
  { name: 'onnxruntime-common', only: ['worker'], why: 'the worker is the only door to the runtime' },
  { name: 'tokenizers', only: ['worker'], why: 'native code blocks the thread that calls it' },
  {
    name: '@vscode/tree-sitter-wasm',
    only: ['prompts'],
    why: 'src/prompts/code loads it when it is asked for',
  },
  { name: 'zod', only: ['protocol'], why: 'src/protocol/schema.ts is its only door' },
];

const product = ['src/**/*.{ts,tsx,mts,cts,js,mjs,cjs}', 'webview/**/*.{ts,tsx,mts,cts,js,mjs,cjs}'];

/** Selects a part: an element of the plugin where it is a folder, a file category where it is one file. */
const part = (name) => (parts[name].folder ? { element: { types: name } } : { file: { categories: name } });

const arrows = Object.entries(parts).map(([name, { may }]) => ({
  from: part(name),
  allow: { to: [name, ...may].map(part) },
}));

const doors = packages.map(({ name, only, why }) => ({
  from: Object.keys(parts)
    .filter((other) => !only.includes(other))
    .map(part),
  disallow: { to: { module: { source: name } } },
  message: `${name} must not be imported here: ${why} (see the table in eslint.config.mjs)`,
}));

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'out/**',
      'node_modules/**',
      'media/**',
      'test/fixtures/**',
      '.vscode-test/**',
      'shared/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,mts,mjs,js}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A line that imports types alone says so once, before the braces.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 330 }],
    },
  },
  {
    files: product,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.entries(parts)
        .filter(([, { folder }]) => folder)
        .map(([type, { folder }]) => ({ type, pattern: folder, partialMatch: false })),
      'boundaries/files': Object.entries(parts)
        .filter(([, { file }]) => file)
        .map(([category, { file }]) => ({ category, pattern: file })),
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'boundaries/additional-dependency-nodes': [
        { selector: 'TSImportType Literal', kind: 'type', name: 'import-type' },
        { selector: 'TSExternalModuleReference > Literal', kind: 'value', name: 'import-equals' },
      ],
      'import/resolver': {
        typescript: { project: ['tsconfig.json', 'webview/tsconfig.json'], noWarnOnMultipleProjects: true },
      },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            '{{from.element.types}}{{from.file.categories}} must not import ' +
            '{{to.element.types}}{{to.file.categories}} (see the table in eslint.config.mjs)',
          policies: [{ allow: { to: { module: { origin: ['external', 'core'] } } } }, ...arrows, ...doors],
          checkAllOrigins: true,
        },
      ],
    },
  },
  ...apart.map(([room, other]) => ({
    files: [`src/editor/${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [`../${other}/*`], message: `src/editor/${room} knows nothing of src/editor/${other}.` },
          ],
        },
      ],
    },
  })),
  {
    files: ['src/protocol/**'],
    ignores: ['src/protocol/schema.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'zod', message: 'src/protocol/schema.ts is its only door.' },
      ],
    },
  },
);
