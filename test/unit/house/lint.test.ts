import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const eslint = new ESLint({ cwd: root });

/**
 * Folder → folders it may import: the map of the design, written out a second time on purpose, so
 * that an arrow changed in eslint.config.mjs alone is noticed.
 */
const arrows: Record<string, string[]> = {
  'src/protocol': [],
  'src/prompts': ['src/protocol'],
  'src/files': ['src/prompts', 'src/protocol'],
  'src/detection': ['src/prompts', 'src/protocol'],
  'src/suppressions': ['src/detection', 'src/prompts', 'src/protocol'],
  'src/config': ['src/suppressions', 'src/detection', 'src/files', 'src/prompts', 'src/protocol'],
  'src/statistics': [],
  'src/attention': ['src/statistics', 'src/protocol'],
  'src/probes': ['src/protocol'],
  'src/features': ['src/protocol'],
  'src/behaviour': ['src/protocol'],
  'src/comparison': ['src/attention', 'src/protocol'],
  'src/monitor': ['src/statistics', 'src/features', 'src/protocol'],
  'src/alerts': ['src/monitor', 'src/disk', 'src/protocol'],
  'src/study': ['src/statistics', 'src/features', 'src/behaviour', 'src/protocol'],
  'src/calibration': ['src/statistics', 'src/probes', 'src/prompts', 'src/protocol'],
  'src/promptTests': ['src/behaviour', 'src/protocol'],
  'src/disk': ['src/protocol'],
  'src/model': ['src/protocol'],
  'src/hub': ['src/model', 'src/disk', 'src/protocol'],
  'src/inference/client': ['src/protocol'],
  'src/inference/worker': ['src/model', 'src/attention', 'src/probes', 'src/disk', 'src/protocol'],
  'src/analysis': [
    'src/calibration',
    'src/study',
    'src/promptTests',
    'src/monitor',
    'src/comparison',
    'src/behaviour',
    'src/features',
    'src/statistics',
    'src/attention',
    'src/config',
    'src/suppressions',
    'src/detection',
    'src/prompts',
    'src/protocol',
  ],
  'src/describe': ['src/promptTests', 'src/attention', 'src/protocol'],
  'src/report': ['src/describe', 'src/promptTests', 'src/attention', 'src/protocol'],
  'src/editor': [
    'src/report',
    'src/describe',
    'src/analysis',
    'src/alerts',
    'src/monitor',
    'src/promptTests',
    'src/attention',
    'src/inference/client',
    'src/model',
    'src/hub',
    'src/config',
    'src/suppressions',
    'src/detection',
    'src/files',
    'src/prompts',
    'src/protocol',
  ],
  'src/cli': [
    'src/report',
    'src/describe',
    'src/analysis',
    'src/alerts',
    'src/calibration',
    'src/study',
    'src/promptTests',
    'src/monitor',
    'src/comparison',
    'src/behaviour',
    'src/probes',
    'src/config',
    'src/suppressions',
    'src/attention',
    'src/inference/client',
    'src/hub',
    'src/detection',
    'src/files',
    'src/prompts',
    'src/protocol',
  ],
  'src/extension.ts': ['src/editor'],
  webview: ['src/comparison', 'src/describe', 'src/attention', 'src/protocol'],
};

const doors: Record<string, string[]> = {
  vscode: ['src/editor', 'src/extension.ts'],
  'onnxruntime-node': ['src/inference/worker'],
  'onnxruntime-common': ['src/inference/worker'],
  tokenizers: ['src/inference/worker'],
  '@vscode/tree-sitter-wasm': ['src/prompts'],
  zod: ['src/protocol'],
};

const folders = Object.keys(arrows);

/** A path in a part, at which the lint is told that there is a file. */
const fileIn = (part: string): string => {
  if (part.endsWith('.ts')) return part;
  return part === 'src/protocol' ? 'src/protocol/schema.ts' : `${part}/planted.ts`;
};

/** A real module of a part, for an import to find. */
function moduleOf(part: string): string {
  if (part.endsWith('.ts')) return part.slice(0, -3);
  const file = readdirSync(path.join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()[0];
  if (!file) throw new Error(`${part} holds no module yet`);
  return `${part}/${file.slice(0, -3)}`;
}

/** The other parts that the files of a part really import. */
function importedBy(part: string): string[] {
  const own = part.endsWith('.ts')
    ? [part]
    : readdirSync(path.join(root, part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.posix.join(part, name.replaceAll('\\', '/')));
  const targets = own.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName)),
  );
  return folders.filter((to) => to !== part && targets.some((target) => `${target}/`.startsWith(`${to}/`)));
}

/** How a file of one part would write the path of a module of another. */
function specifier(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(fileIn(from)), moduleOf(to));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

const boundary = (rules: string[]): string[] => rules.filter((rule) => rule.startsWith('boundaries/'));

describe('the arrows between the parts', () => {
  for (const from of folders) {
    const others = folders.filter((to) => to !== from);
    it(`${from} may import ${arrows[from]!.join(', ') || 'no other part'} only`, async () => {
      for (const to of others) {
        const broken = await rulesBroken(fileIn(from), `import '${specifier(from, to)}';\n`);
        const allowed = arrows[from]!.includes(to);
        expect(boundary(broken), `${from} → ${to}`).toEqual(allowed ? [] : ['boundaries/dependencies']);
      }
    });
  }

  it.each(folders)('%s imports each part that it may', (from) => {
    expect(importedBy(from).sort()).toEqual([...arrows[from]!].sort());
  });

  const wrong = (): string => specifier('src/model', 'src/detection');
  const ways: Record<string, () => string> = {
    'a type-only import': () => `import type { X } from '${wrong()}';\nexport type Y = X;\n`,
    'a type-only name in an import': () => `import { type X } from '${wrong()}';\nexport type Y = X;\n`,
    'an import in a type': () => `export type Y = import('${wrong()}').X;\n`,
    'a re-export': () => `export { x } from '${wrong()}';\n`,
    'a re-export of all': () => `export * from '${wrong()}';\n`,
    'a dynamic import': () => `export const x = import('${wrong()}');\n`,
    'a require': () => `export const x = require('${wrong()}');\n`,
    'an import with require': () => `import x = require('${wrong()}');\nexport default x;\n`,
  };
  for (const [name, code] of Object.entries(ways)) {
    it(`${name} counts as an import`, async () => {
      expect(await rulesBroken('src/model/planted.ts', code())).toContain('boundaries/dependencies');
    });
  }

  it('findings and the analysis of the editor know nothing about each other', async () => {
    const planted = (room: string, other: string) =>
      rulesBroken(`src/editor/${room}/planted.ts`, `import '../${other}/planted';\n`);
    expect(await planted('findings', 'analysis')).toContain('no-restricted-imports');
    expect(await planted('analysis', 'findings')).toContain('no-restricted-imports');
    expect(await planted('panel', 'analysis')).not.toContain('no-restricted-imports');
  });

  it('a part may import itself, Node and bundled packages', async () => {
    const code = `import '${specifier('src/cli', 'src/cli')}';\nimport 'node:fs';\nimport 'commander';\n`;
    expect(await rulesBroken('src/cli/planted.ts', code)).toEqual([]);
  });

  it('the product may not import its tests', async () => {
    const broken = await rulesBroken('src/model/planted.ts', "import '../../test/unit/house/lint.test';\n");
    expect(broken).toContain('boundaries/no-unknown-dependencies');
  });
});

describe('packages with one door', () => {
  for (const [name, only] of Object.entries(doors)) {
    it(`${name} is imported by ${only.join(', ')} only`, async () => {
      for (const from of folders) {
        for (const code of [
          `import '${name}';\n`,
          `import type { X } from '${name}';\nexport type Y = X;\n`,
        ]) {
          const broken = boundary(await rulesBroken(fileIn(from), code));
          expect(broken, `${from} → ${name}`).toEqual(only.includes(from) ? [] : ['boundaries/dependencies']);
        }
      }
    });
  }

  it('a path inside such a package is the package', async () => {
    const code = "import 'onnxruntime-node/dist/backend';\n";
    expect(await rulesBroken('src/model/planted.ts', code)).toContain('boundaries/dependencies');
  });

  it('zod comes through src/protocol/schema.ts', async () => {
    const code = "import { z } from 'zod';\nexport const X = z.string();\n";
    expect(await rulesBroken('src/protocol/planted.ts', code)).toEqual(['no-restricted-imports']);
  });
});

describe('files outside the map', () => {
  for (const file of ['src/planted.ts', 'src/inference/planted.ts', 'src/other/planted.ts']) {
    it(`${file} belongs to no part`, async () => {
      expect(await rulesBroken(file, 'export const x = 1;\n')).toEqual(['boundaries/no-unknown-files']);
    });
  }
});
