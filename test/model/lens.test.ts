import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import { loadModel } from '../../src/inference/worker/models/loadModel';
import { runPrompt } from '../../src/inference/worker/run/promptRun';
import { findModel } from '../../src/model/files/modelFolder';
import { asker, languageModels } from './languageModels';
import { readSafetensors } from './readSafetensors';

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = asker(folder);
const models = languageModels(folder).map((one) => ({ ...one, norm: one.name === 'gpt2' ? 'layer' : 'rms' }));

describe.each(models)('$name', ({ model, beside, norm }) => {
  const reference = readSafetensors(readFileSync(path.join(beside, 'lens.safetensors')));
  const list = (key: string) => reference.get(key)!.values;
  const [tokenIds, positions, words, sampled] = ['ids', 'positions', 'words', 'sampled'].map(
    list,
  ) as number[][];

  it('says after each layer what PyTorch makes of its states', async () => {
    const { shape, values } = reference.get('lens')!;
    const [, layers = 0, width = 0] = shape;
    for (const [p, position] of positions!.entries()) {
      for (let first = 0; first < width; first += 8) {
        const asked = sampled!.slice(first, first + 8);
        const result = await ask('lens', { model, tokenIds: tokenIds!, position, top: 3, words: asked });
        expect(result.layers).toHaveLength(layers);
        for (const [layer, { top, words: held }] of result.layers.entries()) {
          const at = (p * layers + layer) * width + first;
          held.forEach(({ probability }, i) =>
            expect(Math.abs(probability - values[at + i]!)).toBeLessThan(1e-4),
          );
          const places = held.filter(({ rank }) => rank === 1);
          if (places.length > 0) expect(top[0]!.probability).toBe(places[0]!.probability);
          expect(top.map(({ probability }) => probability)).toEqual(
            top.map(({ probability }) => probability).sort((a, b) => b - a),
          );
        }
      }
    }
  });

  it('says after the last layer what the model itself says', async () => {
    const loaded = await loadModel(
      await findModel(model),
      {
        ...{ facts: createFactStore(folder), cacheFolder: folder, threads: 2 },
      },
      () => undefined,
    );
    const position = tokenIds!.length - 1;
    const asked = sampled!.slice(0, 8);
    let own: number[] = [];
    const next = loaded.outputs.filter(({ kind }) => kind === 'nextLogits');
    await runPrompt(loaded, tokenIds!, [{ first: 0, end: tokenIds!.length }], next, ({ values }) => {
      const total = values.reduce((sum, logit) => sum + Math.exp(logit), 0);
      own = asked.map((word) => Math.exp(values[word]!) / total);
    });
    await loaded.release();
    const { layers } = await ask('lens', { model, tokenIds: tokenIds!, position, top: 1, words: asked });
    layers
      .at(-1)!
      .words.forEach(({ probability }, i) => expect(Math.abs(probability - own[i]!)).toBeLessThan(1e-5));
  });

  it('splits logits into what heads, MLPs and embedding add, as PyTorch does', async () => {
    const { shape, values } = reference.get('attribution')!;
    const size = shape[2]!;
    for (const [p, position] of positions!.entries()) {
      const result = await ask('attribution', { model, tokenIds: tokenIds!, position, words: words! });
      expect(result).toMatchObject({ norm, capped: false });
      for (const [w, word] of result.words.entries()) {
        const at = (p * words!.length + w) * size;
        const wanted = values.slice(at, at + size);
        const largest = Math.max(...wanted.map(Math.abs));
        const near = (got: number, expected: number) =>
          expect(Math.abs(got - expected) / largest).toBeLessThan(1e-4);
        let place = 2;
        near(word.embedding, wanted[0]!);
        near(word.constant, wanted[1]!);
        for (const { heads, attention, mlp } of word.layers) {
          heads!.forEach((head, i) => near(head, wanted[place + i]!));
          const all = wanted.slice(place, place + heads!.length + 1);
          near(
            attention,
            all.reduce((a, b) => a + b),
          );
          near(mlp, wanted[place + heads!.length + 1]!);
          place += heads!.length + 2;
        }
        expect(place).toBe(size);
        const sum = word.layers.reduce(
          (total, { attention, mlp }) => total + attention + mlp,
          word.embedding + word.constant,
        );
        expect(Math.abs(sum - word.logit) / Math.abs(word.logit)).toBeLessThan(1e-3);
        near(word.logit, list('logits')[p * words!.length + w]!);
      }
    }
  });
});
