import { gguf } from '@huggingface/gguf';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importGguf } from '../../../../src/model/gguf/importGguf';
import { AttnscopeError } from '../../../../src/protocol/errors';

const source = path.resolve(import.meta.dirname, '../../../fixtures/gguf/q4_0-tied.gguf');
const bytes = readFileSync(source);

/** Copies a GGUF file, its tensors so many bytes further on; what is between takes no room on the disk. */
async function moveTensors(from: string, to: string, by: number): Promise<void> {
  const head = await gguf(from, { allowLocalFile: true });
  const begin = Number(head.tensorDataOffset);
  const moved = Buffer.from(readFileSync(from).subarray(0, begin));
  for (const { name, shape, offset } of head.tensorInfos) {
    // A name, the number of axes (4 bytes), their lengths (8 each), the type (4), the offset.
    const at = moved.lastIndexOf(name) + name.length + 4 + 8 * shape.length + 4;
    expect(moved.readBigUInt64LE(at)).toBe(offset);
    moved.writeBigUInt64LE(offset + BigInt(by), at);
  }
  const file = openSync(to, 'w');
  writeSync(file, moved);
  writeSync(file, readFileSync(from).subarray(begin), 0, undefined, begin + by);
  closeSync(file);
}

describe('importing a GGUF file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'attnscope-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const importBytes = async (content: Uint8Array): Promise<unknown> => {
    const file = path.join(folder, 'given.gguf');
    writeFileSync(file, content);
    return importGguf(file, path.join(folder, 'result')).then(
      () => null,
      (error: unknown) => error,
    );
  };

  test('the same file gives the same bytes', async () => {
    const first = path.join(folder, 'first');
    const second = path.join(folder, 'second');
    await importGguf(source, first);
    await importGguf(source, second);
    const names = readdirSync(first).sort();
    expect(names).toEqual([
      'config.json',
      'generation_config.json',
      'manifest.json',
      'model.onnx',
      'model.onnx_data_1',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    for (const name of names) {
      expect(readFileSync(path.join(second, name)).equals(readFileSync(path.join(first, name)))).toBe(true);
    }
  });

  test('how far it is, is told up to the end', async () => {
    const told: [done: number, total: number][] = [];
    await importGguf(source, path.join(folder, 'told'), undefined, (...step) => told.push(step));
    const [done, total] = told.at(-1)!;
    expect(done).toBe(total);
    expect(told.length).toBeGreaterThan(10);
    expect(told.map(([at]) => at)).toEqual(told.map(([at]) => at).sort((a, b) => a - b));
  });

  test('tensors that lie beyond 4 GB of the file are found there', async () => {
    const far = path.join(folder, 'far.gguf');
    await moveTensors(source, far, 5e9);
    expect(statSync(far).size).toBeGreaterThan(5e9);
    const [near, moved] = [path.join(folder, 'near'), path.join(folder, 'moved')];
    await importGguf(source, near);
    await importGguf(far, moved);
    for (const name of ['model.onnx', 'model.onnx_data_1'])
      expect(readFileSync(path.join(moved, name)).equals(readFileSync(path.join(near, name))), name).toBe(
        true,
      );
  });

  test('a blob of Ollama that does not name its model is called by the start of its hash', async () => {
    const blob = path.join(folder, `sha256-${'ab'.repeat(32)}`);
    writeFileSync(blob, bytes);
    expect((await importGguf(blob, path.join(folder, 'blob'))).name).toBe('sha256-abababababab');
  });

  test('no file, a folder, an empty file and another kind of file are told apart from a model', async () => {
    const noFile = await importGguf(path.join(folder, 'none.gguf'), folder).catch((e: unknown) => e);
    const isFolder = await importGguf(folder, folder).catch((e: unknown) => e);
    const others = [
      await importBytes(new Uint8Array(0)),
      await importBytes(Buffer.from('{"not": "a model"}')),
    ];
    for (const error of [noFile, isFolder, ...others]) {
      expect(error).toBeInstanceOf(AttnscopeError);
      expect(error).toMatchObject({ code: 'bad-model' });
    }
  });

  test('a file cut short anywhere is refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const error = await importBytes(bytes.subarray(0, length));
        expect(error).toBeInstanceOf(AttnscopeError);
      }),
      { numRuns: 60 },
    );
  });

  test('a damaged head is refused in a sentence, or read', async () => {
    const damage = fc.array(fc.tuple(fc.nat(7000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at] = value;
        const error = await importBytes(damaged);
        if (error !== null) expect(error).toBeInstanceOf(AttnscopeError);
      }),
      { numRuns: 150 },
    );
  });
});
