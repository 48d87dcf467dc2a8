import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { modelResults } from '../../../scripts/modelResults';
import { withModelTable } from '../../../scripts/modelTable';

const root = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/models.md'), 'utf8');
const results = modelResults(root);
if (results.length === 0) console.log('The model tests left no results in out/models: the table is not compared.');

/** Lines of tables, however wide their columns. */
const rows = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('|') ? [line.replace(/ +/g, ' ')] : []));

it('docs/models.md has a table of models', () => {
  expect(() => withModelTable(page, [])).not.toThrow();
  expect(rows(page).filter((row) => /^\| [\w.-]+==[\d.]+: /.test(row)).length).toBeGreaterThan(5);
});

it.skipIf(results.length === 0)('each result of the model tests stands in it as it came out', () => {
  // Of a run of some tests, only those.
  const fresh = rows(withModelTable(page, results)).filter((row) => /^\| [\w.-]+==/.test(row));
  expect(fresh).toHaveLength(results.length);
  const there = rows(page);
  for (const row of fresh) expect(there).toContain(row);
});
