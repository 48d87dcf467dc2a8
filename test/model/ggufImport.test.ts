import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Tokenizer } from 'tokenizers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importedModel } from '../../src/inference/worker/models/imported/importedModel';
import { findAttention } from '../../src/model/find/findAttention';
import { importGguf } from '../../src/model/gguf/importGguf';
import { readGraph } from '../../src/model/onnx/readGraph';
import { keepResult } from '../support/keepResult';
import { readSafetensors } from './readSafetensors';
import { runImported } from './runImported';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/gguf');
/** One for each way that an architecture differs from the plain one, by `test/oracle/tinyArchitectures.py`. */
const architectures = readdirSync(path.join(fixtures, 'architectures'))
  .filter((name) => name.endsWith('.gguf'))
  .map((name) => `architectures/${path.basename(name, '.gguf')}`);
const TOLERANCE = 1e-4;
const [BATCH, HEADS] = [2, 4];

describe('an imported GGUF file gives the maps of PyTorch on the same weights', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'attnscope-gguf-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    // In three shards, of which one is named.
    'f32-frequency-factors-00002-of-00003',
    'f16-linear-scaling',
    'q4_0-tied',
    'q4_1-tied',
    'q4_1-untied',
    'q8_0-tied',
    'mixed-tied',
    'mixed-untied',
    ...architectures,
  ])('%s, batch of two with padding', async (name) => {
    const whole = name.replace(/-\d+-of-\d+$/, '');
    const reference = readSafetensors(readFileSync(path.join(fixtures, `${whole}.safetensors`)));
    const target = path.join(folder, name);
    await importGguf(path.join(fixtures, `${name}.gguf`), target);
    const { maps, logits } = await runImported(target, reference);
    // The maps are found as they are in any other graph.
    const graph = readGraph(readFileSync(path.join(target, 'model.onnx')), name);
    expect(findAttention(graph)).toHaveLength(reference.get('maps')!.shape[0]!);

    const expected = reference.get('maps')!.values;
    const mask = reference.get('mask')!.values;
    const length = mask.length / BATCH;
    expect(maps.length).toBe(expected.length);
    let worst = 0;
    expected.forEach((weight, i) => {
      const query = Math.floor(i / length) % length;
      const sequence = Math.floor(i / (length * length * HEADS)) % BATCH;
      // What a query that is padding attends to means nothing.
      if (mask[sequence * length + query] === 1) worst = Math.max(worst, Math.abs(weight - maps[i]!));
    });
    expect(worst).toBeLessThan(TOLERANCE);
    const logitDifferences = reference.get('logits')!.values.map((value, i) => Math.abs(value - logits[i]!));
    expect(Math.max(...logitDifferences)).toBeLessThan(1e-3);
    const named = path.basename(whole);
    const layers = reference.get('maps')!.shape[0]!;
    const result = { group: 'gguf', name: named, about: '', layers, others: 0, problem: null } as const;
    keepResult({ ...result, via: ['softmax-matmul'], difference: worst });
  });

  test('a model in shards is imported once, whichever of them is named, and again once one has changed', async () => {
    const shards = [1, 2, 3].map((n) => `f32-frequency-factors-0000${n}-of-00003.gguf`);
    const own = path.join(folder, 'shards');
    mkdirSync(own);
    for (const shard of shards) copyFileSync(path.join(fixtures, shard), path.join(own, shard));
    const imported = async (shard: string): Promise<{ graph: string; name: string }> => {
      const place = { cacheFolder: path.join(folder, 'cache') };
      const model = await importedModel(path.join(own, shard), place, () => undefined);
      await model.release();
      return model.folder;
    };
    const first = await imported(shards[0]!);
    expect(first.name).toBe('f32-frequency-factors');
    expect((await imported(shards[2]!)).graph).toBe(first.graph);
    const manifest = JSON.parse(
      readFileSync(path.join(path.dirname(first.graph), 'manifest.json'), 'utf8'),
    ) as { source: object };
    const bytes = shards.reduce((sum, shard) => sum + statSync(path.join(own, shard)).size, 0);
    expect(manifest.source).toEqual({ file: 'f32-frequency-factors.gguf', bytes });
    const changed = readFileSync(path.join(own, shards[1]!));
    changed[changed.length - 1]! ^= 1;
    writeFileSync(path.join(own, shards[1]!), changed);
    expect((await imported(shards[0]!)).graph).not.toBe(first.graph);
  });

  test('the tokenizer begins with the BOS token where its kind says so, and knows its added tokens', async () => {
    const target = path.join(folder, 'tokenizer');
    await importGguf(path.join(fixtures, 'q4_0-tied.gguf'), target);
    const tokenizer = Tokenizer.fromFile(path.join(target, 'tokenizer.json'));
    const encoding = await tokenizer.encode('the 12 <tool> the</s>');
    // Byte 32 is "Ġ", byte 84 + 2 "t": after the two special tokens come the 256 bytes in their order.
    const byte = (character: string): number => 2 + character.charCodeAt(0);
    expect(encoding.getTokens()).toEqual(['<s>', 't', 'he', 'Ġ', '12', 'Ġ', '<tool>', 'Ġthe', '</s>']);
    expect(encoding.getIds()).toEqual([0, byte('t'), 259, byte(' '), 261, byte(' '), 262, 260, 1]);
  });

  test('the manifest says where prompts cannot be tokenised; nothing is guessed', async () => {
    const source = readFileSync(path.join(fixtures, 'q4_0-tied.gguf'));
    const at = source.indexOf('llama-bpe');
    source.write('unheard-f', at, 'latin1');
    const changed = path.join(folder, 'changed.gguf');
    writeFileSync(changed, source);
    const target = path.join(folder, 'changed');
    const manifest = await importGguf(changed, target);
    expect(manifest.tokenizerProblem).toContain('"unheard-f"');
    expect(existsSync(path.join(target, 'tokenizer.json'))).toBe(false);
  });
});
