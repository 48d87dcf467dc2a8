import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { TensorData, TensorSpec } from '../onnx/graphSpec';
import { splitBlocks, unpermuteRows } from './blocks/splitBlocks';
import { isPlain, rowBytes } from './blocks/types';
import type { WeightPart, WeightPlan } from './graph/ggufGraph';
import { readBytes } from './readGguf';

/** A data file takes tensors up to this size in all; a larger tensor gets a file of its own. */
const FILE_BYTES = 50_000_000;
/** Tensors begin at multiples of this, so that vector instructions may read them where they are mapped. */
const ALIGNMENT = 64;

/**
 * Smaller tensors stay in the model itself: the runtime's optimiser reads some of them, and cannot read
 * another file where the model is given as bytes.
 */
const INLINE_BYTES = 1024;

/** Where the next tensor goes. */
interface Place {
  file: FileHandle | null;
  offset: number;
}

/**
 * Copies the planned weights from their GGUF files into `model.onnx_data_1…n` in `folder`, one tensor in
 * memory at a time, and returns them as tensors of the graph; `onStored` is told the bytes that each had.
 */
export async function storeWeights(
  plans: Iterable<WeightPlan>,
  folder: string,
  onStored: (bytes: number) => void = () => undefined,
): Promise<TensorSpec[]> {
  const tensors: TensorSpec[] = [];
  const files: string[] = [];
  const place: Place = { file: null, offset: 0 };
  try {
    for (const plan of plans) {
      const parts = await readParts(plan);
      for (const part of new Set(plan.views.map((view) => view.part))) {
        const bytes = parts[part];
        if (!bytes) throw new Error(`tensor ${plan.tensor.name} has no ${part}`);
        const data = bytes.length < INLINE_BYTES ? { bytes } : await append(place, bytes, folder, files);
        for (const view of plan.views) {
          if (view.part === part) tensors.push({ name: view.name, type: view.type, shape: view.shape, data });
        }
      }
      onStored(storedBytes(plan));
    }
  } finally {
    await place.file?.close();
  }
  return tensors;
}

/** Writes one tensor's part to the last of `files`, or to a new one where it does not fit. */
async function append(place: Place, bytes: Uint8Array, folder: string, files: string[]): Promise<TensorData> {
  const aligned = Math.ceil(place.offset / ALIGNMENT) * ALIGNMENT;
  const fits = place.file !== null && aligned + bytes.length <= FILE_BYTES;
  if (!fits) {
    await place.file?.close();
    const name = `model.onnx_data_${files.length + 1}`;
    place.file = await open(join(folder, name), 'w');
    files.push(name);
    place.offset = 0;
  }
  const start = fits ? aligned : 0;
  await place.file?.writeFile(new Uint8Array(start - place.offset));
  await place.file?.writeFile(bytes);
  place.offset = start + bytes.length;
  return { file: files.at(-1)!, offset: start, length: bytes.length };
}

async function readParts(plan: WeightPlan): Promise<Partial<Record<WeightPart, Uint8Array | null>>> {
  const { tensor, permutedHeads } = plan;
  const length = storedBytes(plan);
  const stored = await readBytes(tensor.file.path, tensor.offset, length);
  const data = permutedHeads === null ? stored : unpermuteRows(stored, tensor.rows, permutedHeads);
  return isPlain(tensor.type) ? { plain: data } : { ...splitBlocks(tensor.type, data) };
}

/** Bytes of a plan's tensor in its GGUF file. */
export function storedBytes({ tensor }: WeightPlan): number {
  return (rowBytes(tensor.type, tensor.columns) ?? 0) * tensor.rows;
}
