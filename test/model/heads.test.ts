import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS, type AskedHeads, type HeadsRead } from '../../src/protocol/requests/heads';
import { expectWithin } from '../unit/attention/closeTo';
import { BUNDLED, HEADS, LAYERS } from './bundledModel';
import { ownClient } from './ownClient';
import { writeTinyModel, writeTinyTokenizer } from './tinyModel';

interface BundledCase extends AskedHeads {
  tokenIds: number[];
  expected: Omit<HeadsRead, 'between' | 'profile'> & { between: number[] };
}

const root = path.resolve(import.meta.dirname, '../..');
const [bundled] = JSON.parse(readFileSync(path.join(root, 'test/fixtures/heads/bundled.json'), 'utf8')) as [
  BundledCase,
];

const { folder, client } = ownClient();

describe('what heads do on a prompt', () => {
  test('of the bundled model equals a NumPy reading of PyTorch attention', async () => {
    const { tokenIds, sink, reading, sets, groupOf } = bundled;
    const asked = { model: BUNDLED, tokenIds, sink, reading, sets, groupOf };
    const { profile, ...read } = await client.request('headMetrics', asked);
    expectWithin(read, bundled.expected, 1e-4, 2e-5);
    for (const metric of METRICS) {
      expect(profile!.random[metric]).toHaveLength(LAYERS);
      expect(profile!.texts[metric].every((heads) => heads.length === HEADS)).toBe(true);
    }
    // Some head goes on with a sequence that it has seen once, and does nothing of the kind elsewhere.
    expect(Math.max(...profile!.random.induction.flat().map(Number))).toBeGreaterThan(0.8);
  });

  test('of another model comes with what its heads do anywhere, found out once', async () => {
    const model = writeTinyModel(path.join(folder, 'tiny'));
    writeTinyTokenizer(path.join(folder, 'tiny'), false);
    const asked: AskedHeads = {
      sink: null,
      reading: { kind: 'last', token: 5 },
      sets: [[{ first: 1, end: 3 }]],
      groupOf: [0, 0, 0, 1, 1, 1],
    };
    const ask = () => client.request('headMetrics', { ...asked, model, tokenIds: [3, 17, 5, 3, 17, 5] });
    const first = await ask();
    expect(first.metrics.induction[0]).toHaveLength(2);
    expect(first.profile!.random.previousToken[0]!.every((share) => share! > 0 && share! < 1)).toBe(true);
    expect(await ask()).toEqual(first);
  });

  test('is refused for tokens that are not there', async () => {
    const { tokenIds, reading } = bundled;
    const asked = { model: BUNDLED, tokenIds, sink: null, reading, groupOf: [] };
    const beyond = { first: 0, end: tokenIds.length + 1 };
    await expect(client.request('headMetrics', { ...asked, sets: [[beyond]] })).rejects.toThrow(
      `The prompt's tokens are 0 to ${tokenIds.length - 1}.`,
    );
  });
});
