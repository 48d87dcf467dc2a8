import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findModel } from '../../../../src/model/files/modelFolder';
import { readGguf } from '../../../../src/model/gguf/readGguf';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 98000000\n';

/** By `test/oracle/tinyGguf.py`: three shards as the `gguf` package writes them. */
const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/gguf');
const shardPath = (of: string, number: number): string =>
  path.join(of, `f32-frequency-factors-0000${number}-of-00003.gguf`);

/** A GGUF file (version 3) of uint16 metadata and no tensors. */
function ggufOf(metadata: Record<string, number>): Uint8Array {
  const long = (n: number) => Buffer.from(BigUint64Array.of(BigInt(n)).buffer);
  const pairs = Object.entries(metadata).flatMap(([key, value]) => [
    long(key.length),
    Buffer.from(key),
    Buffer.from(Uint32Array.of(2).buffer),
    Buffer.from(Uint16Array.of(value).buffer),
  ]);
  const head = [Buffer.from('GGUF'), Buffer.from(Uint32Array.of(3).buffer), long(0), long(pairs.length / 4)];
  return Buffer.concat([...head, ...pairs, Buffer.alloc(64)]);
}

describe('a GGUF file that is not the model', () => {
  it('is named as a Git LFS pointer, not as a broken download', async () => {
    await expect(readGguf(write('m.gguf', POINTER))).rejects.toThrow(
      /"m\.gguf" cannot be read as a GGUF file: it is a Git LFS pointer.*git lfs pull/,
    );
  });

  it('is named as a shard whose fellows cannot be found, where its name was changed', async () => {
    const shard = write('renamed.gguf', ggufOf({ 'split.no': 1, 'split.count': 3 }));
    await expect(readGguf(shard)).rejects.toThrow(/"renamed\.gguf" is shard 2 of 3 .*-0000N-of-0000M\.gguf/);
  });
});

describe('a model in shards', () => {
  const copy = (numbers: readonly number[]) => {
    for (const number of numbers) copyFileSync(shardPath(FIXTURES, number), shardPath(folder, number));
  };

  it('is the same model by whichever of them is named', async () => {
    copy([1, 2, 3]);
    const read = await Promise.all([1, 2, 3].map((number) => readGguf(shardPath(folder, number))));
    expect(read[1]).toEqual(read[0]);
    expect(read[2]).toEqual(read[0]);
    expect(read[0]!.files.map((file) => path.basename(file.path))).toEqual(
      [1, 2, 3].map((number) => path.basename(shardPath('', number))),
    );
    expect(read[0]!.metadata['general.architecture']).toBe('llama');
    expect(read[0]!.tensors.get('output_norm.weight')!.file).toEqual(read[0]!.files[2]);
  });

  it.each([1, 2, 3])('of which number %i is missing is refused, and it is named', async (gone) => {
    copy([1, 2, 3].filter((number) => number !== gone));
    const missing = path.basename(shardPath('', gone));
    const expected = new RegExp(`"${missing}" is missing: .* is one of 3 shards of a model`);
    await expect(readGguf(shardPath(folder, gone === 1 ? 2 : 1))).rejects.toThrow(expected);
    // A folder is read by what there is of the model.
    const { graph } = await findModel(folder);
    await expect(readGguf(graph)).rejects.toThrow(expected);
  });

  it('of which two are the same, or one is of another model, is refused', async () => {
    copy([1, 2]);
    copyFileSync(shardPath(FIXTURES, 2), shardPath(folder, 3));
    await expect(readGguf(shardPath(folder, 1))).rejects.toThrow(
      /-00003-of-00003\.gguf" is not shard 3 of 3/,
    );
    writeFileSync(shardPath(folder, 3), ggufOf({ 'split.no': 2, 'split.count': 3 }));
    await expect(readGguf(shardPath(folder, 1))).rejects.toThrow(/hold 10 tensors; the model has 13/);
  });

  it('is one model of its folder, by the name of the whole', async () => {
    copy([1, 2, 3]);
    await expect(findModel(folder)).resolves.toMatchObject({
      graph: shardPath(folder, 1),
      name: 'f32-frequency-factors',
    });
  });

  it('whose name only looks like that of a shard is read as the whole that it is', async () => {
    const whole = write('m-00002-of-00003.gguf', ggufOf({}));
    await expect(readGguf(whole)).resolves.toMatchObject({ path: whole, tensors: new Map() });
  });
});
