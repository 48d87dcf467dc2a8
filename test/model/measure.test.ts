import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { measurePrompt } from '../../src/analysis/measurePrompt';
import { readDocument } from '../../src/analysis/readDocument';
import type { Inference } from '../../src/protocol/borders/inference';
import type { AskedHeads } from '../../src/protocol/requests/heads';
import { expectWithin } from '../unit/attention/closeTo';
import { languageModels } from './languageModels';
import { ownClient } from './ownClient';
import { writeTinyModel, writeTinyTokenizer } from './tinyModel';

const { folder, client } = ownClient();

const tokenIds = [3, 17, 5, 3, 17, 5, 9, 21, 2, 30, 11, 4];
const asked: Omit<AskedHeads, 'groupOf'> = {
  sink: 0,
  reading: { kind: 'last', token: 11 },
  sets: [
    [
      { first: 1, end: 3 },
      { first: 6, end: 9 },
    ],
    [{ first: 0, end: 1 }],
  ],
};

// The tiny gpt2 has too few positions for the profile that comes with its heads.
const models = languageModels(folder).filter(({ name }) => name !== 'gpt2');

describe.each(models)('one run of $name', ({ model }) => {
  it('gives the figures that one of its heads and one of its states give', async () => {
    const layers = [1, 0];
    const {
      profile: _,
      between: __,
      ...heads
    } = await client.request('headMetrics', {
      ...{ model, tokenIds, ...asked },
      groupOf: [],
    });
    const spans = [{ first: 1, end: tokenIds.length }];
    const states = await client.request('states', { model, tokenIds, layers, spans });
    const measured = await client.request('measure', { model, tokenIds, layers, next: 5, ...asked });
    expectWithin({ metrics: measured.metrics, sets: measured.sets }, heads, 1e-5, 1e-6);
    expect(measured.states!.hidden).toBe(states.hidden);
    const largest = Math.max(...states.means.map(Math.abs));
    const off = states.means.map((value, at) => Math.abs(value - measured.states!.means[at]!) / largest);
    expect(off).toHaveLength(layers.length * states.hidden);
    expect(Math.max(...off)).toBeLessThan(1e-6);
    const { before } = await client.request('counterfactual', {
      ...{ model, tokenIds, spans: [], changes: [], continuation: 0 },
    });
    const next = measured.next!.tokens;
    expect(next.map(({ id }) => id)).toEqual(before.next.slice(0, 5).map(({ id }) => id));
    next.forEach(({ probability }, at) => expect(probability).toBeCloseTo(before.next[at]!.probability, 5));
  });
});

it('a model without states is measured by its heads alone, and a token alone has none', async () => {
  const model = writeTinyModel(path.join(folder, 'tiny'));
  const measured = await client.request('measure', { model, tokenIds, layers: [0], next: 5, ...asked });
  expect(measured.states).toBeNull();
  expect(measured.sets).toHaveLength(2);
  const reading = { kind: 'last' as const, token: 0 };
  const alone = { model: models[0]!.model, tokenIds: [3], layers: [0], next: 5, sink: 0, reading, sets: [] };
  expect((await client.request('measure', alone)).states).toBeNull();
});

it('tokens that are not there are refused', async () => {
  const model = writeTinyModel(path.join(folder, 'refused'));
  const beyond = { ...asked, sets: [[{ first: 0, end: 13 }]] };
  await expect(
    client.request('measure', { model, tokenIds, layers: [], next: 5, ...beyond }),
  ).rejects.toThrow("The prompt's tokens are 0 to 11.");
});

it.each([
  { bothWays: false, runs: ['measure'] },
  // Where the sink is has to be seen first.
  { bothWays: true, runs: ['analyze', 'measure'] },
])('a prompt is measured by $runs where the model reads both ways: $bothWays', async ({ bothWays, runs }) => {
  const model = writeTinyModel(path.join(folder, `prompt-${bothWays}`), { bothWays });
  writeTinyTokenizer(path.join(folder, `prompt-${bothWays}`), false);
  const methods: string[] = [];
  const inference: Inference = {
    request(method, ...of) {
      methods.push(method);
      return client.request(method, ...of);
    },
  };
  const [prompt] = (await readDocument({ text: 'w7 w19 w4 w23 w11', as: 'raw' })).prompts;
  const { input, outline } = prompt!;
  const { features, tokens } = await measurePrompt(inference, { model, input, segments: outline.segments });
  expect(methods).toEqual(['tokenize', ...runs]);
  expect(features.tokens).toBe(tokens.length);
  expect(features.values.some((value) => value > 0)).toBe(true);
});
