import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { type OnnxSubgraph, type OnnxTensor } from '../../model/onnx/onnxGraph';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { z } from '../../protocol/schema';
import { type FactStore } from './cacheFolder';

/**
 * Names of the files beside the graph that hold its weights, in order of name. Throws `bad-model`
 * where one lies outside the graph's folder, is missing, or is shorter than the graph says.
 */
export async function weightFiles(graphPath: string, graph: OnnxSubgraph): Promise<string[]> {
  const needed = new Map<string, number>();
  for (const { external } of tensorsOf(graph)) {
    if (!external) continue;
    const end = external.offset + (external.length ?? 0);
    needed.set(external.location, Math.max(needed.get(external.location) ?? 0, end));
  }
  for (const [location, bytes] of needed) {
    const file = normalize(location);
    if (location === '' || isOutside(file)) {
      throw new AttnscopeError(
        'bad-model',
        `The model wants weights from ${quoted(location)}, which is outside its own folder, so it is not opened. Put the weights beside the graph and export it again.`,
      );
    }
    const found = await stat(join(dirname(graphPath), file)).catch(() => undefined);
    if (!found?.isFile()) {
      throw new AttnscopeError(
        'bad-model',
        `The model's weights file ${quoted(location)} is missing. It belongs in the folder of the graph; copy or download it there.`,
      );
    }
    const real = relative(await realpath(dirname(graphPath)), await realpath(join(dirname(graphPath), file)));
    if (isOutside(real)) {
      throw new AttnscopeError(
        'bad-model',
        `The model's weights file ${quoted(location)} is a link into another folder, which the runtime does not follow. Put a copy of the file, or a hard link to it, in its place.`,
      );
    }
    if (found.size < bytes) {
      throw new AttnscopeError(
        'bad-model',
        `The model's weights file ${quoted(location)} is cut short: it has ${found.size} bytes, the graph needs ${bytes}. Download or copy it again.`,
      );
    }
  }
  return [...needed.keys()].sort();
}

function isOutside(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`);
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

const Stamp = z.object({ path: z.string(), bytes: z.number(), modifiedMs: z.number() });
const KnownHash = z.object({ stamps: z.array(Stamp), sha256: z.string() });

/**
 * SHA-256 (hex) over the bytes of the graph and of its weight files, one after the other. Remembered
 * for as long as path, size and time of change of all of them stay.
 */
export async function hashModel(
  graphPath: string,
  weights: readonly string[],
  facts: FactStore,
): Promise<string> {
  const paths = [graphPath, ...weights.map((name) => join(dirname(graphPath), name))];
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, bytes: size, modifiedMs: mtimeMs };
    }),
  );
  const known = await facts.read('hashes', graphPath, KnownHash);
  if (known && JSON.stringify(known.stamps) === JSON.stringify(stamps)) return known.sha256;
  const hash = createHash('sha256');
  for (const path of paths) {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  }
  const sha256 = hash.digest('hex');
  await facts.write('hashes', graphPath, { stamps, sha256 });
  return sha256;
}

/** Reads a graph file whole. Throws `bad-model` where that is not possible. */
export async function readGraphFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    `The model file ${quoted(path)} cannot be read. Check who may read it, and that a graph is below 2 GB.`,
    { cause },
  );
}
