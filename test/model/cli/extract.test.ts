import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import { readSafetensors, tokensIn } from '../readSafetensors';
import { writeTinyModel, writeTinyTokenizer } from '../tinyModel';
import { expectRefusal, file, folder, root, run } from './runCli';

let tiny: string;
beforeAll(() => (tiny = writeTinyModel(path.join(folder, 'tiny'))));

const extract = (model: string, inputs: string, ...more: string[]) =>
  run([
    'extract',
    model,
    '--inputs',
    file('inputs.json', inputs),
    '--out',
    'new/folder/maps.safetensors',
    ...more,
  ]);
const ids = (fields: string) => `{"inputs": {"input_ids": {${fields}}}}`;
const out = () => path.join(folder, 'new/folder/maps.safetensors');

describe('extract: inputs that are not as the model takes them', () => {
  it.each([
    [
      'a fraction',
      ids('"dtype": "int64", "dims": [1, 2], "data": [1, 1.5]'),
      /"input_ids" holds 1\.5 .* whole numbers/,
    ],
    [
      'infinity',
      ids('"dtype": "int64", "dims": [1, 2], "data": [1, -Infinity]'),
      /"input_ids" holds -Infinity/,
    ],
    [
      'a token that is none',
      ids('"dtype": "int64", "dims": [1, 2], "data": [1, 99999]'),
      /holds 99999 .*vocabulary has 32 tokens, 0 to 31/,
    ],
    [
      'another rank',
      ids('"dtype": "int64", "dims": [2], "data": [1, 2]'),
      /has 1 dimension, \[2\]; the model takes 2/,
    ],
    [
      'another type',
      ids('"dtype": "float32", "dims": [1, 2], "data": [1, 2]'),
      /is float32; the model takes int64/,
    ],
    ['broken JSON', '{"inputs": {', /"inputs\.json" is not valid JSON: it ends too early/],
    [
      'lists in lists',
      ids('"dtype": "int64", "dims": [1, 2], "data": [[1, 2]]'),
      /write all values as one list/,
    ],
  ])('%s is refused in one sentence, and nothing is written', (_, inputs, says) => {
    expectRefusal(extract(tiny, inputs), says);
    expect(existsSync(out())).toBe(false);
  });

  it('recognises the tokenizer of another model', () => {
    file(
      'tiny/tokenizer.json',
      '{"model": {"type": "WordLevel", "vocab": {"yes": 3, "?": 40}, "unk_token": "?"}, "pre_tokenizer": {"type": "Whitespace"}}',
    );
    const text = (words: string) =>
      run(['extract', tiny, '--text', file('t.txt', words), '--out', 'text.safetensors']);
    expect(text('yes yes').status).toBe(0);
    expectRefusal(
      text('yes no'),
      /Token 40 is beyond the vocabulary of the model, 32 tokens from 0 to 31: the tokenizer\.json/,
    );
  });
});

describe('extract: inputs that are filled in', () => {
  it('are named on stderr and in the file', () => {
    const model = path.join(root, 'media/model');
    const got = extract(model, ids('"dtype": "int64", "dims": [1, 2], "data": [5, 6]'), '--layers', '0');
    expect(got).toMatchObject({ status: 0, stdout: 'attention.0 [1, 9, 2, 2]\n' });
    expect(got.stderr).toMatch(
      /^Not given and filled in: "attention_mask" \(ones\), "position_ids" \(in order\), "past_key_values\.0\.key".* and 56 more \(empty\)\. .*padding[^\n]*\n$/,
    );
    const bytes = readFileSync(out());
    expect(readSafetensors(bytes).get('attention.0')!.shape).toEqual([1, 9, 2, 2]);
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + Number(bytes.readBigUInt64LE(0))));
    const filled = JSON.parse(header.__metadata__.filled_inputs);
    expect(filled).toMatchObject({ attention_mask: 'ones', 'past_key_values.29.value': 'empty' });
    expect(Object.keys(filled)).toHaveLength(62);
  });

  it('nothing is said where all are given', () => {
    const got = extract(tiny, ids('"dtype": "int64", "dims": [1, 2], "data": [5, 6]'));
    expect(got).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(out()).toString('latin1')).not.toContain('__metadata__');
  });
});

describe('maps of a text', () => {
  it('come with what each token shows, of "extract" and of "analyze --maps"', () => {
    const model = path.join(folder, 'words');
    writeTinyModel(model, { says: true });
    writeTinyTokenizer(model, false);
    const text = file('words.txt', 'w3 w17 w5 w5');
    const read = (name: string) => readFileSync(path.join(folder, name));
    expect(run(['extract', model, '--text', text, '--out', 'raw.safetensors']).status).toBe(0);
    expect(tokensIn(read('raw.safetensors'))).toEqual(['w3', 'w17', 'w5', 'w5']);

    const got = run(['analyze', text, '--model', model, '--maps', 'read.safetensors', '--format', 'json']);
    expect(got).toMatchObject({ status: 0, stderr: '' });
    expect(tokensIn(read('read.safetensors'))).toEqual(['w3', 'w17', 'w5', 'w5']);
    const { tokens } = JSON.parse(got.stdout) as AnalysisResult;
    const fed = ids(`"dtype": "int64", "dims": [1, 4], "data": [${tokens.map(({ id }) => id).join()}]`);
    expect(extract(model, fed).status).toBe(0);
    expect(readSafetensors(read('read.safetensors'))).toEqual(readSafetensors(readFileSync(out())));

    expectRefusal(
      run(['analyze', '--input-jsonl', text, '--maps', 'x', '--format', 'jsonl']),
      /--maps takes one prompt file/,
    );
  });
});
