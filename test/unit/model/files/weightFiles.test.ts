import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesNeeded, weightFiles } from '../../../../src/model/files/weightFiles';
import type { OnnxSubgraph, OnnxTensor } from '../../../../src/model/onnx/onnxGraph';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const tensor = (name: string, location: string, offset: number, length: number): OnnxTensor => ({
  ...{ name, dims: [1], dataType: 1, encoded: new Uint8Array() },
  external: { location, offset, length },
});

function graphOf(...tensors: OnnxTensor[]): OnnxSubgraph {
  const initializers = new Map(tensors.map((t) => [t.name, t]));
  return { nodes: [], initializers, inputs: [], outputs: [], values: new Map() };
}

describe('files of weights', () => {
  const find = (...tensors: OnnxTensor[]) =>
    weightFiles(path.join(folder, 'model.onnx'), bytesNeeded(graphOf(...tensors)));

  it('are found once each, in order of name, inside a branch too', async () => {
    writeFileSync(path.join(folder, 'b.bin'), Buffer.alloc(8));
    writeFileSync(path.join(folder, 'a.bin'), Buffer.alloc(8));
    const inner = graphOf(tensor('w3', 'b.bin', 0, 8));
    const branch = { name: 'then_branch', graph: inner, encoded: new Uint8Array() };
    const outer = graphOf(tensor('w1', 'a.bin', 0, 4), tensor('w2', 'a.bin', 4, 4));
    outer.nodes.push({
      ...{ name: '', opType: 'If', domain: '', inputs: [], outputs: [] },
      attributes: new Map([['then_branch', branch]]),
    });
    expect(await weightFiles(path.join(folder, 'model.onnx'), bytesNeeded(outer))).toMatchObject({
      ...{ names: ['a.bin', 'b.bin'], folder: realpathSync(folder), places: new Map() },
    });
  });

  it('are refused where they are missing, too short, or outside the folder', async () => {
    writeFileSync(path.join(folder, 'a.bin'), Buffer.alloc(8));
    await expect(find(tensor('w', 'a.bin', 4, 5))).rejects.toThrow(/has 8 bytes, the graph needs 9/);
    await expect(find(tensor('w', 'c.bin', 0, 1))).rejects.toThrow(/"c\.bin" is missing/);
    for (const location of ['../a.bin', '/etc/passwd', 'x/../../a.bin', '..', '']) {
      await expect(find(tensor('w', location, 0, 1))).rejects.toThrow(/outside its own folder/);
    }
  });

  it('may be hard links, not links into another folder', async () => {
    mkdirSync(path.join(folder, 'blobs'));
    const inner = path.join(folder, 'snapshot');
    mkdirSync(inner);
    writeFileSync(path.join(folder, 'blobs', '1'), Buffer.alloc(8));
    linkSync(path.join(folder, 'blobs', '1'), path.join(inner, 'hard.bin'));
    symlinkSync(path.join(folder, 'blobs', '1'), path.join(inner, 'soft.bin'));
    const inside = (name: string) =>
      weightFiles(path.join(inner, 'model.onnx'), bytesNeeded(graphOf(tensor('w', name, 0, 8))));
    expect(await inside('hard.bin')).toMatchObject({ names: ['hard.bin'], places: new Map() });
    await expect(inside('soft.bin')).rejects.toThrow(
      /"soft\.bin" is a link to a file outside the folder of the model/,
    );
  });

  it('may be links inside the cache of the Hugging Face hub, not out of it', async () => {
    const cache = path.join(folder, 'hub', 'models--owner--name');
    const snapshot = path.join(cache, 'snapshots', '0123abcd', 'onnx');
    mkdirSync(path.join(cache, 'blobs'), { recursive: true });
    mkdirSync(snapshot, { recursive: true });
    writeFileSync(path.join(cache, 'blobs', 'f00'), Buffer.alloc(8));
    writeFileSync(path.join(folder, 'hub', 'other'), Buffer.alloc(8));
    symlinkSync('../../../blobs/f00', path.join(snapshot, 'in.bin'));
    symlinkSync('../../../../other', path.join(snapshot, 'out.bin'));
    symlinkSync(path.join(cache, 'snapshots', '0123abcd'), path.join(folder, 'mine'));
    for (const graph of [path.join(snapshot, 'model.onnx'), path.join(folder, 'mine/onnx/model.onnx')]) {
      expect(await weightFiles(graph, bytesNeeded(graphOf(tensor('w', 'in.bin', 0, 8))))).toEqual({
        names: ['in.bin'],
        folder: realpathSync(cache),
        places: new Map([['in.bin', 'blobs/f00']]),
      });
      await expect(weightFiles(graph, bytesNeeded(graphOf(tensor('w', 'out.bin', 0, 8))))).rejects.toThrow(
        /"out\.bin" is a link to a file outside/,
      );
    }
  });

  it('are named for what they are where they only point to the weights', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5000\n`;
    writeFileSync(path.join(folder, 'a.bin'), pointer);
    for (const length of [100, 5000]) {
      await expect(find(tensor('w', 'a.bin', 0, length))).rejects.toThrow(
        /"a\.bin" cannot be used: it is a Git LFS pointer.*git lfs pull/,
      );
    }
  });
});
