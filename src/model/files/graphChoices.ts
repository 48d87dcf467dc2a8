import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { oncePerModel, shardFiles, wholePath } from '../fileKinds/shards';
import { graphName, PRECISIONS, type GraphName, type GraphPart } from './graphName';

/** A graph in a model's folder. */
export interface GraphChoice extends GraphName {
  path: string;
  /** Relative to the model's folder, as `onnx/model_q4.onnx`. */
  name: string;
  /** Of the graph and of the weights that lie beside it under its name. */
  bytes: number;
}

/** The graphs of a model, and the one that is read where nobody chose; several are told apart by weights alone. */
export interface GraphChoices {
  all: GraphChoice[];
  /** Those that read a prompt and differ in how weights are stored, the one to take first; all where names tell nothing. */
  variants: GraphChoice[];
  /** `undefined` where nothing tells which of several is meant. */
  taken: GraphChoice | undefined;
}

/** The graphs in a folder, else in its folder `onnx`, as on the Hugging Face hub. */
export async function graphChoices(folder: string): Promise<GraphChoices> {
  for (const place of ['', 'onnx']) {
    const files = await readdir(join(folder, place)).catch(() => [] as string[]);
    const graphs = oncePerModel(files.filter((name) => /\.(onnx|gguf)$/i.test(name)));
    if (graphs.length === 0) continue;
    const all = await Promise.all(
      graphs.map(async (graph) => ({
        ...graphName(basename(wholePath(graph), extname(graph))),
        path: join(folder, place, graph),
        name: place === '' ? graph : `${place}/${graph}`,
        bytes: await bytesOf(join(folder, place), graph, files),
      })),
    );
    return { all, ...choose(all) };
  }
  return { all: [], variants: [], taken: undefined };
}

/** Other graphs of the model that a graph belongs to, relative to its folder. */
export async function graphsBeside(graph: string): Promise<string[]> {
  const beside = dirname(graph);
  const { all } = await graphChoices(basename(beside) === 'onnx' ? dirname(beside) : beside);
  return all.filter(({ path }) => path !== graph).map(({ name }) => name);
}

/** Of a graph, of its weights in `model.onnx_data`, `model.onnx_data_1`, … or `model.onnx.data`, and of all shards. */
async function bytesOf(folder: string, graph: string, files: readonly string[]): Promise<number> {
  const shards = new Set(shardFiles(graph));
  const own = files.filter(
    (name) => shards.has(name) || (name.startsWith(graph) && /^[_.]data/.test(name.slice(graph.length))),
  );
  const sizes = own.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * Of an encoder with its decoder the encoder reads a prompt; of texts with pictures or sounds the part for texts; a
 * decoder is read with its cache (merged), else without.
 */
function choose(all: readonly GraphChoice[]): Omit<GraphChoices, 'all'> {
  const has = (part: GraphPart): boolean => all.some((one) => one.part === part);
  const order: GraphPart[] = [
    ...(has('decoder') || has('decoder-with-past') ? (['encoder'] as const) : []),
    ...(has('picture') || has('sound') ? (['text'] as const) : []),
    ...(['whole', 'decoder', 'decoder-with-past', 'text', 'encoder'] as const),
  ];
  const part = order.find(has);
  if (part === undefined) return { variants: [...all], taken: all.length === 1 ? all[0] : undefined };
  const own = all.filter((one) => one.part === part);
  const merged = own.filter(({ name }) => name.includes('_merged'));
  const variants = (merged.length > 0 ? merged : own).sort((a, b) => rank(a) - rank(b));
  return { variants, taken: variants[0] };
}

const rank = ({ precision }: GraphChoice): number =>
  precision === null ? PRECISIONS.length : PRECISIONS.indexOf(precision);
