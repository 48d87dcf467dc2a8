import path from 'node:path';
import { expect, it } from 'vitest';
import { ownClient } from './ownClient';
import { tinyLogits, writeTinyModel, writeTinyTokenizer } from './tinyModel';

const before = [3, 17, 5, 5, 30, 0, 8, 21, 2];
const after = before.toSpliced(2, 2, 9);

const { folder, client } = ownClient();

/** Softmax of logits that are worked out by the model's formula. */
function next(tokens: readonly number[]): number[] {
  const logits = tinyLogits(tokens);
  const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0);
  return logits.map((logit) => Math.exp(logit) / sum);
}

it('next words after two prompts are as far apart as the formula says, and not at all after the same one', async () => {
  const model = writeTinyModel(path.join(folder, 'says'), { says: true });
  writeTinyTokenizer(path.join(folder, 'says'), false);
  const [p, q] = [next(before), next(after)];
  const klOf = (from: number[], to: number[]) =>
    from.reduce((sum, share, i) => sum + share * Math.log(share / to[i]!), 0);
  const middle = p.map((share, i) => (share + q[i]!) / 2);
  const { kl, klBack, js } = await client.request('divergence', { model, before, after });
  expect(kl).toBeCloseTo(klOf(p, q), 5);
  expect(klBack).toBeCloseTo(klOf(q, p), 5);
  expect(js).toBeCloseTo((klOf(p, middle) + klOf(q, middle)) / 2, 5);
  expect(kl).toBeGreaterThan(0);
  const same = await client.request('divergence', { model, before, after: before });
  expect(same).toEqual({ kl: 0, klBack: 0, js: 0 });
});
