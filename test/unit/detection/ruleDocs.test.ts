import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ruleDocs } from '../../../scripts/ruleDocs';

const root = path.resolve(import.meta.dirname, '../../..');

it('docs/rules is what scripts/writeRuleDocs.ts writes', async () => {
  const pages = await ruleDocs();
  const there = readdirSync(path.join(root, 'docs/rules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  expect(there.sort()).toEqual(Object.keys(pages).sort());
  for (const [page, text] of Object.entries(pages)) {
    expect(readFileSync(path.join(root, page), 'utf8'), page).toBe(text);
  }
});
