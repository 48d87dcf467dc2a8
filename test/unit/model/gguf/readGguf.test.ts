import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is named as one shard of several, by its metadata or its name, with what to do', async () => {
    const shard = ggufOf({ 'split.no': 1, 'split.count': 3 });
    for (const [name, content] of [
      ['m-00002-of-00003.gguf', shard],
      ['m-00002-of-00003.gguf', ggufOf({})],
    ] as const) {
      await expect(readGguf(write(name, content))).rejects.toThrow(
        /"m-00002-of-00003\.gguf" is shard 2 of 3 .*llama-gguf-split --merge m-00001-of-00003\.gguf whole\.gguf/,
      );
    }
    await expect(readGguf(write('renamed.gguf', shard))).rejects.toThrow(/"renamed\.gguf" is shard 2 of 3/);
    const whole = write('m-00001-of-00001.gguf', ggufOf({ 'split.no': 0, 'split.count': 1 }));
    await expect(readGguf(whole)).resolves.toMatchObject({ path: whole });
  });

  it('is said of a folder of shards too', async () => {
    for (const number of [1, 2, 3]) write(`m-0000${number}-of-00003.gguf`, '');
    await expect(findModel(folder)).rejects.toThrow(/is shard 1 of 3 of one model/);
  });
});
