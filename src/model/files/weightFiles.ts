import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { type OnnxSubgraph, type OnnxTensor } from '../onnx/onnxGraph';

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
