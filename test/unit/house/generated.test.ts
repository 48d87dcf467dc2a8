import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../../scripts/jsonSchemas';
import { ruleDocs } from '../../../scripts/ruleDocs';
import { writeNotices } from '../../../scripts/packing/notices';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('media/schema is what "npm run schemas" writes', () => {
  const schemas = jsonSchemas();
  expect(readdirSync(path.join(root, 'media/schema')).sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, text] of Object.entries(schemas)) expect(read(`media/schema/${name}`), name).toBe(text);
});

it('docs/rules is what "npm run rules" writes', async () => {
  const pages = await ruleDocs();
  const there = readdirSync(path.join(root, 'docs/rules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  expect(there.sort()).toEqual(Object.keys(pages).sort());
  for (const [page, text] of Object.entries(pages)) expect(read(page), page).toBe(text);
});

it('media/THIRD_PARTY_NOTICES.txt is what "npm run notices" writes', async () => {
  expect(read('media/THIRD_PARTY_NOTICES.txt')).toBe(await writeNotices(root));
});

it('the notices name each package whose code is shipped, with its licence', () => {
  const notices = read('media/THIRD_PARTY_NOTICES.txt');
  for (const name of ['onnxruntime-node', 'tokenizers', 'chart.js', 'zod', 'SmolLM2-135M-Instruct']) {
    expect(notices).toMatch(new RegExp(`^${name} \\(`, 'm'));
  }
});
