import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { ollamaModel } from '../catalog/catalog';
import { isOllamaName } from '../catalog/names';
import { oncePerModel, wholePath } from '../fileKinds/shards';
import { findChatTemplate, type ChatProblem, type ChatTemplate } from './chatTemplate';
import { classLabels, type ClassLabels } from './classLabels';
import { contextLength } from './contextLength';
import { endIds } from './endIds';
import { firstExisting, readSideFile } from './sideFiles';

/** A model on disk: a graph, and the files that people keep beside it. */
export interface ModelFolder {
  /** Absolute path of the graph. */
  graph: string;
  /** Name to show. */
  name: string;
  /** Absolute path of `tokenizer.json`; `undefined` where there is none. */
  tokenizer: string | undefined;
  /** Its chat template, or why that is not known; `undefined` where it has none. */
  chat: ChatTemplate | ChatProblem | undefined;
  /** Longest prompt in tokens; `null` where no file says. */
  contextLength: number | null;
  /** Tokens that end an answer; empty where no file says. */
  endIds: readonly number[];
  /** What a classifier tells apart; `undefined` where no file names that. */
  labels: ClassLabels | undefined;
}

/** A graph of these names is meant where a folder holds several. */
const GRAPH_NAMES = ['model.onnx', 'decoder_model_merged.onnx', 'decoder_model.onnx'];

/**
 * Finds the parts of the model that `path` (a folder or a graph file) means. A folder's graph may lie in
 * its `onnx` folder, as on the Hugging Face hub; a graph in such a folder has its other files one above.
 * Throws `bad-model` where there is no graph or not one only, and where a file beside it is unreadable.
 */
export async function findModel(path: string): Promise<ModelFolder> {
  const given = await placeOf(path);
  const found = await stat(given).catch(() => undefined);
  if (!found)
    throw refusal(
      `There is no model at ${quoted(path)}. Name a model folder, a graph file (.onnx, .gguf), or a model that Ollama has, by its name and tag.`,
    );
  const graph = found.isDirectory() ? await graphIn(given) : given;
  const beside = dirname(graph);
  const above = basename(beside) === 'onnx' ? [beside, dirname(beside)] : [beside];
  const folder = above.at(-1)!;

  const tokenizerConfig = await readSideFile(above, 'tokenizer_config.json');
  const config = await readSideFile(above, 'config.json');
  const named = (await readSideFile(above, 'manifest.json'))?.name;
  const stem = basename(wholePath(graph), extname(graph));
  return {
    graph,
    name: typeof named === 'string' ? named : stem === 'model' ? basename(folder) : stem,
    tokenizer: await firstExisting(above, 'tokenizer.json'),
    chat: await findChatTemplate(above, tokenizerConfig),
    contextLength: contextLength(config, tokenizerConfig),
    endIds: endIds(await readSideFile(above, 'generation_config.json'), config),
    labels: classLabels(config),
  };
}

/** A path, or the file of a model that Ollama calls so. */
async function placeOf(path: string): Promise<string> {
  if (!isOllamaName(path) || (await stat(path).catch(() => undefined))) return resolve(path);
  const file = await ollamaModel(path, { env: process.env, home: homedir() });
  if (file !== undefined) return file;
  throw refusal(
    `Ollama has no model ${quoted(path)} on this machine. Get it by "ollama pull", or name a model folder or a graph file (.onnx, .gguf).`,
  );
}

async function graphIn(folder: string): Promise<string> {
  for (const place of [folder, join(folder, 'onnx')]) {
    const names = await readdir(place).catch(() => [] as string[]);
    const graphs = oncePerModel(names.filter((name) => /\.(onnx|gguf)$/i.test(name)));
    const chosen =
      GRAPH_NAMES.find((name) => graphs.includes(name)) ?? (graphs.length === 1 ? graphs[0] : undefined);
    if (chosen) return join(place, chosen);
    if (graphs.length > 1) {
      const list = graphs.slice(0, 5).map(quoted).join(', ');
      throw refusal(
        `The folder ${quoted(folder)} holds ${graphs.length} graphs (${list}). Name the one to use.`,
      );
    }
  }
  throw refusal(
    `The folder ${quoted(folder)} holds no .onnx or .gguf file. Name the folder of a model, or its graph file.`,
  );
}

function refusal(message: string): AttnscopeError {
  return new AttnscopeError('bad-model', message);
}
