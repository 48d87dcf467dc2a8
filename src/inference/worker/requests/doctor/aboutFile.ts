import { stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { isGguf } from '../../../../model/fileKinds/gguf';
import { readGguf } from '../../../../model/gguf/readGguf';
import { ElementType, type OnnxGraph } from '../../../../model/onnx/onnxGraph';
import { readProducer } from '../../../../model/onnx/readGraph';
import type { Diagnosis } from '../../../../protocol/requests/doctor';
import type { GraphFile } from '../../models/modelFile';

/** What a model's file says of itself, before anything is made of it. */
export type AboutFile = Pick<Diagnosis, 'kind' | 'bytes' | 'producer' | 'opsets' | 'types'>;

/** As much as is known of a file that cannot be read. */
export async function aboutUnread(path: string): Promise<AboutFile> {
  const { size } = await stat(path);
  const kind = (await isGguf(path)) ? 'gguf' : extname(path).toLowerCase() === '.onnx' ? 'onnx' : 'other';
  return { kind, bytes: size, producer: null, opsets: {}, types: [] };
}

/** What a GGUF file says. Throws `bad-model` where it cannot be read. */
export async function aboutGguf(path: string): Promise<AboutFile> {
  const { sizeBytes, metadata, tensors } = await readGguf(path);
  const architecture = metadata['general.architecture'];
  return {
    kind: 'gguf',
    bytes: sizeBytes,
    producer: typeof architecture === 'string' ? architecture : null,
    opsets: {},
    types: counted([...tensors.values()].map(({ type }) => type)),
  };
}

/** What a graph file says. */
export async function aboutGraph(path: string, { bytes, graph, weights }: GraphFile): Promise<AboutFile> {
  const sizes = await Promise.all(
    weights.names.map(async (name) => (await stat(join(dirname(path), name))).size),
  );
  return {
    kind: 'onnx',
    bytes: sizes.reduce((sum, size) => sum + size, bytes.length),
    producer: readProducer(bytes),
    opsets: Object.fromEntries([...graph.opsets].map(([domain, version]) => [domain || 'ai.onnx', version])),
    types: counted(typesOf(graph)),
  };
}

function typesOf({ initializers }: OnnxGraph): string[] {
  return [...initializers.values()].map(({ dataType }) => nameOfType(dataType));
}

/** As ONNX names an element type; its number where it has no name here. */
export function nameOfType(type: number): string {
  return Object.entries(ElementType).find(([, number]) => number === type)?.[0] ?? `type ${type}`;
}

function counted(types: readonly string[]): Diagnosis['types'] {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, tensors]) => ({ type, tensors })).sort((a, b) => b.tensors - a.tensors);
}
