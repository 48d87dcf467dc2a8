import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFactStore } from '../../../../../../src/inference/worker/models/cacheFolder';
import { beginHash, hashModel } from '../../../../../../src/inference/worker/models/hash/hashModel';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the hash of a model', () => {
  it('is SHA-256 over graph and weights, remembered until one of them changes', async () => {
    const facts = createFactStore(path.join(folder, 'cache'));
    const graph = path.join(folder, 'model.onnx');
    const weights = path.join(folder, 'w.bin');
    writeFileSync(graph, 'ab');
    writeFileSync(weights, 'c');
    utimesSync(weights, 1, 1);
    // sha256sum of "abc" and "abd".
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const abd = 'a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9';
    expect(await hashModel(graph, ['w.bin'], facts)).toBe(abc);
    writeFileSync(weights, 'd');
    utimesSync(weights, 1, 1);
    expect(await hashModel(graph, ['w.bin'], facts)).toBe(abc); // size and time say that nothing changed
    utimesSync(weights, 2, 2);
    expect(await hashModel(graph, ['w.bin'], facts)).toBe(abd);
  });

  it('does without a cache that is damaged or cannot be written', async () => {
    const graph = path.join(folder, 'model.onnx');
    writeFileSync(graph, 'abc');
    writeFileSync(path.join(folder, 'file'), '');
    const facts = createFactStore(path.join(folder, 'file', 'below'));
    expect(await hashModel(graph, [], facts)).toMatch(/^ba7816bf/);
  });

  it('says which file went away while it was hashed', async () => {
    const graph = path.join(folder, 'model.onnx');
    writeFileSync(graph, 'abc');
    const begun = await beginHash(graph, [], createFactStore(folder));
    await expect(begun.sha256).resolves.toMatch(/^ba7816bf/);
    const none = path.join(folder, 'none.onnx');
    await expect(beginHash(none, [], createFactStore(folder))).rejects.toThrow(/ENOENT.*none\.onnx/);
  });
});
