import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../../src/cli/readInputs';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = path.join(folder, 'in.json');
  writeFileSync(file, text);
  return readInputs(file);
}
const tensor = (fields: string) => `{"inputs": {"x": {${fields}}}}`;

describe('the file of inputs', () => {
  it('is read as Python writes it', async () => {
    expect(
      await read(
        '\ufeff{"inputs": {"x": {"dtype": "float32", "dims": [1, 3], "data": [-Infinity, true, 1e-3]}}}',
      ),
    ).toEqual({
      x: { dtype: 'float32', dims: [1, 3], data: [-Infinity, true, 0.001] },
    });
  });

  it.each([
    ['{"inputs": {\n', 'is not valid JSON: it ends too early.'],
    ['{"inputs": {\n  "x": [1,, 2]}}', 'is not valid JSON: line 2, column 11 is not as JSON wants it.'],
    ['[1]', 'has no object "inputs" at its top.'],
    [
      '{"inputs": {"x": 5}}',
      'does not describe the input "x": it is not an object with "dtype", "dims" and "data".',
    ],
    [
      tensor('"dims": [1], "data": [1]'),
      'does not describe the input "x": its "dtype" is missing, not a name such as "int64".',
    ],
    [
      tensor('"dtype": "int64", "data": [1]'),
      'does not describe the input "x": its "dims" is missing, not a list of sizes.',
    ],
    [
      tensor('"dtype": "int64", "dims": [-1], "data": []'),
      'does not describe the input "x": its "dims" holds -1 where whole numbers from 0 on belong.',
    ],
    [
      tensor('"dtype": "int64", "dims": [1], "data": 5'),
      'does not describe the input "x": its "data" is 5, not a list of values.',
    ],
    [
      tensor('"dtype": "int64", "dims": [1, 2], "data": [[1, 2]]'),
      'does not describe the input "x": its "data" holds lists: write all values as one list, in row order.',
    ],
    [
      tensor('"dtype": "float32", "dims": [2], "data": [1, NaN]'),
      'does not describe the input "x": its "data" holds null or NaN (value 2) where numbers or true and false belong.',
    ],
    [
      tensor('"dtype": "int64", "dims": [1], "data": ["1"]'),
      'does not describe the input "x": its "data" holds a text (value 1) where numbers or true and false belong.',
    ],
  ])('%j is refused with its reason', async (text, words) => {
    const error = await read(text).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'bad-input' });
    expect((error as Error).message).toMatch(/^".*in\.json" /);
    expect((error as Error).message).toContain(`in.json" ${words} Write {"inputs"`);
    expect((error as Error).message).toMatch(/see docs\/extract\.md\.$/);
  });
});
