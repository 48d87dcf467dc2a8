import { realpath, stat } from 'node:fs/promises';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { sentence, type Sentence } from '../../protocol/sentence';
import { quoted } from '../../protocol/plainText';
import type { OnnxSubgraph, OnnxTensor } from '../onnx/onnxGraph';
import { otherKindOfFile } from '../fileKinds/otherKind';
import { hubCacheOf, isOutside } from './hubCache';

/** The files beside a graph that hold its weights. */
export interface WeightFiles {
  /** As the graph names them, relative to its own folder, in order. */
  names: string[];
  /** The folder that holds them all, links resolved: the runtime opens nothing outside it. */
  folder: string;
  /** Place below `folder`, by name, of each file that the name does not lead to from there. */
  places: ReadonlyMap<string, string>;
}

/**
 * Finds the files of weights, which have at least so many bytes each, by name. Links are read through where they stay in the graph's folder, or in the
 * Hugging Face cache that the folder is part of. Throws `bad-model` where a file lies elsewhere, is
 * missing, is shorter than the graph says, or only points to the file.
 */
export async function weightFiles(
  graphPath: string,
  needed: ReadonlyMap<string, number>,
): Promise<WeightFiles> {
  const beside = dirname(graphPath);
  if (needed.size === 0) return { names: [], folder: beside, places: new Map() };
  const real = await realpath(beside);
  const cache = hubCacheOf(real);
  const found = new Map<string, string>();
  for (const [name, bytes] of needed) {
    refuseOutside(name);
    const path = join(beside, normalize(name));
    await refuseUnlessWhole(path, name, bytes);
    const place = await realpath(path);
    if (isOutside(relative(cache ?? real, place))) throw linkedAway(name);
    found.set(name, place);
  }
  const isLinked = [...found.values()].some((place) => isOutside(relative(real, place)));
  const folder = isLinked && cache !== undefined ? cache : real;
  const moved = isLinked
    ? [...found].map(([name, place]) => [name, relative(folder, place).split(sep).join('/')] as const)
    : [];
  return { names: [...needed.keys()].sort(), folder, places: new Map(moved) };
}

/** Bytes that each file of weights must have at least, by name. */
export function bytesNeeded(graph: OnnxSubgraph): Map<string, number> {
  const needed = new Map<string, number>();
  for (const { external } of tensorsOf(graph)) {
    if (!external) continue;
    const end = external.offset + (external.length ?? 0);
    needed.set(external.location, Math.max(needed.get(external.location) ?? 0, end));
  }
  return needed;
}

function* tensorsOf(graph: OnnxSubgraph): Generator<OnnxTensor> {
  yield* graph.initializers.values();
  for (const node of graph.nodes) {
    for (const attribute of node.attributes.values()) {
      if (attribute.tensor) yield attribute.tensor;
      if (attribute.graph) yield* tensorsOf(attribute.graph);
    }
  }
}

function refuseOutside(name: string): void {
  if (name !== '' && !isOutside(normalize(name))) return;
  throw refusal(
    sentence(
      'The model wants weights from {name}, which is outside its own folder, so it is not opened. Put the weights beside the graph and export it again.',
      { name: quoted(name) },
    ),
  );
}

async function refuseUnlessWhole(path: string, name: string, bytes: number): Promise<void> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) {
    throw refusal(
      sentence(
        'The weights file {name} is missing. It belongs in the folder of the graph; copy or download it there.',
        { name: quoted(name) },
      ),
    );
  }
  const other = await otherKindOfFile(path);
  // Weights may begin with any bytes.
  if (other !== undefined && (file.size < bytes || file.size < POINTER_BYTES)) {
    throw refusal(
      sentence('The weights file {name} cannot be used: {why}.', {
        name: quoted(name),
        why: other,
      }),
    );
  }
  if (file.size < bytes) {
    throw refusal(
      sentence(
        'The weights file {name} is cut short: it has {size} bytes, the graph needs {bytes}. Download or copy it again.',
        { name: quoted(name), size: file.size, bytes },
      ),
    );
  }
}

/** A Git LFS pointer is shorter than this (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const POINTER_BYTES = 1024;

function linkedAway(name: string): AttnscopeError {
  return refusal(
    sentence(
      'The weights file {name} is a link to a file outside the folder of the model, which is not opened. Put a copy of the file, or a hard link to it, in its place.',
      { name: quoted(name) },
    ),
  );
}

function refusal(message: Sentence): AttnscopeError {
  return new AttnscopeError('bad-model', [message]);
}
