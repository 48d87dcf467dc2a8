import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import { openAnalysis } from '../../src/protocol/analysis';
import type { AnomalyRule, ComparedRows } from '../../src/protocol/attention';
import { expectWithin } from '../unit/attention/closeTo';
import { BUNDLED } from './bundledModel';

const root = path.resolve(import.meta.dirname, '../..');
const [bundled] = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/anomalies/bundled.json'), 'utf8'),
) as [{ text: string; ids: number[]; compared: ComparedRows }];
const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
afterAll(() => client.dispose());

async function anomaliesOf(rule?: AnomalyRule) {
  const { text } = bundled;
  const { result } = await analyze(client, {
    ...{ text, model: BUNDLED, overflow: 'refuse', toolVersion: '0', rule },
    read: () => readDocument({ text, as: 'raw' }),
  });
  const { tokens, attention } = openAnalysis(result);
  expect(tokens.map(({ id }) => id)).toEqual(bundled.ids);
  return attention.anomalies;
}

test('the bundled model comes with what clean texts are like in it, and a text is compared with that', async () => {
  const { compared } = await anomaliesOf();
  // Rows of nearly the same rank may change places between runtimes.
  const byPlace = ({ items, ...rest }: ComparedRows) => ({
    ...rest,
    items: Object.fromEntries(items.slice(0, 15).map((item) => [`${item.layer}/${item.output}`, item])),
  });
  expectWithin(byPlace(compared!), byPlace(bundled.compared), 1e-3, 1e-5);
});

test('the reference rule alone leaves the comparison out', async () => {
  const { rule, compared, plain } = await anomaliesOf('reference');
  expect([rule, compared]).toEqual(['reference', null]);
  expect(plain.length).toBeGreaterThan(0);
});
