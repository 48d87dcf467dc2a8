import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TensorInput } from '../../src/protocol/borders/inference';
import { readNpz, type NumpyArray } from './readArrays';

/** A model with its inputs and the maps that PyTorch computes for them. */
export interface ZooCase {
  model: string;
  inputs: Record<string, TensorInput>;
  /** Absent for a model to refuse. */
  reference?: Map<string, NumpyArray>;
}

/** Reads a case's folder. */
export function readCase(folder: string): ZooCase {
  const reference = join(folder, 'reference.npz');
  const { inputs } = JSON.parse(readFileSync(join(folder, 'inputs.json'), 'utf8')) as Pick<ZooCase, 'inputs'>;
  return {
    model: join(folder, 'model.onnx'),
    inputs,
    ...(existsSync(reference) && { reference: readNpz(readFileSync(reference)) }),
  };
}

/** The largest difference of two maps over the rows that count; infinite where one is NaN. */
export function largestDifference(
  got: NumpyArray,
  wanted: NumpyArray,
  counts: (batch: number, query: number) => boolean = () => true,
): number {
  const [, heads = 1, queries = 1, keys = 1] = wanted.dims;
  let most = 0;
  wanted.values.forEach((value, i) => {
    const row = Math.floor(i / keys);
    if (!counts(Math.floor(row / queries / heads), row % queries)) return;
    const difference = Math.abs(value - (got.values[i] ?? NaN));
    most = Number.isNaN(difference) ? Infinity : Math.max(most, difference);
  });
  return most;
}
