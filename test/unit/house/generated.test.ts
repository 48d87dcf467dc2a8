import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../../scripts/jsonSchemas';
import { writeNotices } from '../../../scripts/packing/notices';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('media/schema is what "npm run schemas" writes', () => {
  const schemas = jsonSchemas();
  expect(readdirSync(path.join(root, 'media/schema')).sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, text] of Object.entries(schemas)) expect(read(`media/schema/${name}`), name).toBe(text);
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
