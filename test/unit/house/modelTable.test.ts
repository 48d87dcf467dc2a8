import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { modelResults } from '../../../scripts/modelResults';
import { cellsOf, rowsOf, withModelTables } from '../../../scripts/modelTable';

const root = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/models.md'), 'utf8');
const results = modelResults(root);
if (results.length === 0)
  console.log('The model tests left no results in out/models: the tables are not compared.');

/** Cells of each row of a table, by its first. */
const rows = new Map(
  page.split('<!-- Table ').flatMap((part) => rowsOf(part).map((cells) => [cells[0]!, cells])),
);

it('docs/models.md has its three tables of models, none of them empty', () => {
  // What was not run stays.
  expect(withModelTables(page, [])).toBe(page);
  for (const name of [
    'stackone-defender==0.9.4: model_quantized.onnx',
    'q4_0-tied',
    'merged-batch-and-heads',
  ])
    expect([...rows.keys()]).toContain(name);
});

it.skipIf(results.length === 0)(
  'each result of the model tests stands there as it came out, or better',
  () => {
    for (const result of results) {
      const { 'off by at most': off, ...cells } = cellsOf(result);
      const there = rows.get(result.name) ?? [];
      expect(there).toEqual(expect.arrayContaining(Object.values(cells)));
      const bound = there.find((cell) => /^1e-\d+$|^equal$/.test(cell)) ?? '';
      const figure = (text: string): number => (text === 'equal' ? 0 : Number(text));
      if (off) expect(figure(off), result.name).toBeLessThanOrEqual(figure(bound));
    }
  },
);
