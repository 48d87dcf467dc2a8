import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** Files of code by their paths from the root, with what stands in them. */
function filesIn(folder: string): [file: string, code: string][] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]);
}

/** The modules that a file cannot be without, for its types too: not what it loads when that is asked for. */
function importsOf(file: string, code: string): string[] {
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    return from && ts.isStringLiteral(from) && from.text.startsWith('.')
      ? [path.posix.join(path.posix.dirname(file), from.text)]
      : [];
  });
}

/** Ways from a file by its imports back to itself: some of each knot of files, and none where there is no knot. */
function circlesIn(files: ReadonlyMap<string, string>): string[] {
  const circles: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    const before = way.indexOf(file);
    if (before >= 0) circles.push([...way.slice(before), file].join(' → '));
    if (seen.has(file)) return;
    seen.add(file);
    for (const module of importsOf(file, files.get(file)!)) {
      const next = [`${module}.ts`, `${module}/index.ts`].find((name) => files.has(name));
      if (next !== undefined) follow(next, [...way, file]);
    }
  };
  for (const file of files.keys()) follow(file, []);
  return circles;
}

it('no file leads back to itself by what it imports', () => {
  expect(circlesIn(new Map(['src', 'webview', 'scripts'].flatMap(filesIn)))).toEqual([]);
});

const planted = (last: string): string[] =>
  circlesIn(
    new Map([
      ['a/first.ts', "import { b } from './folder';\nexport const a = b;\n"],
      ['a/folder/index.ts', "export * from './last';\n"],
      ['a/folder/last.ts', last],
    ]),
  );

it.each([
  ['a value', "import { a } from '../first';\nexport const b = () => a;\n"],
  ['a type', "import type { a } from '../first';\nexport const b = {} as typeof a;\n"],
  ['a re-export', "export { a } from '../first';\n"],
])('a circle that is closed by %s is one', (_, last) => {
  expect(planted(last)).toEqual(['a/first.ts → a/folder/index.ts → a/folder/last.ts → a/first.ts']);
});

it('what is loaded when it is asked for may lead back', () => {
  expect(planted("export const b = () => import('../first');\n")).toEqual([]);
});
