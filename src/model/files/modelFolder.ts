import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, resolve } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence, type Sentence } from '../../protocol/sentence';
import { ollamaModel } from '../catalog/catalog';
import { isOllamaName } from '../catalog/names';
import { isGguf } from '../fileKinds/gguf';
import { otherFormat, otherFormatsIn } from '../fileKinds/otherFormats';
import { otherKindOfFile } from '../fileKinds/otherKind';
import { wholePath } from '../fileKinds/shards';
import { findChatTemplate, type ChatProblem, type ChatTemplate } from './chatTemplate';
import { classLabels, type ClassLabels } from './classLabels';
import { contextLength } from './contextLength';
import { endIds } from './endIds';
import { graphChoices } from './graphChoices';
import { graphName } from './graphName';
import { hubName, leavesCache, snapshotIn } from './hubCache';
import { firstExisting, readSideFile } from './sideFiles';

/** A model on disk: a graph, and the files that people keep beside it. */
export interface ModelFolder {
  /** Absolute path of the graph. */
  graph: string;
  /** Name to show. */
  name: string;
  /** Name and tag by which Ollama has it, where it was asked for by these. */
  called?: string;
  /** Absolute path of `tokenizer.json`; `undefined` where there is none. */
  tokenizer: string | undefined;
  /** Why there is none, of a model that was imported without; the end of a sentence. */
  tokenizerProblem?: string;
  /** Its chat template, or why that is not known; `undefined` where it has none. */
  chat: ChatTemplate | ChatProblem | undefined;
  /** Longest prompt in tokens; `null` where no file says. */
  contextLength: number | null;
  /** Tokens that end an answer; empty where no file says. */
  endIds: readonly number[];
  /** What a classifier tells apart; `undefined` where no file names that. */
  labels: ClassLabels | undefined;
}

/**
 * Finds the parts of the model that `path` (a folder or a graph file) means. A folder's graph may lie in
 * its `onnx` folder, as on the Hugging Face hub; a graph in such a folder has its other files one above.
 * Throws `bad-model` where there is no graph or not one only, and where a file beside it is unreadable.
 */
export async function findModel(path: string): Promise<ModelFolder> {
  const given = await placeOf(path);
  const called = given === resolve(path) ? undefined : path;
  const found = await stat(given).catch(() => undefined);
  if (!found)
    throw refusal(
      sentence(
        'There is no model at {path}. Name a model folder, a graph file (.onnx, .gguf), or a model that Ollama has, by its name and tag.',
        { path: quoted(path) },
      ),
    );
  const graph = found.isDirectory() ? await graphIn(await snapshotIn(given)) : given;
  if (await leavesCache(graph)) {
    throw refusal(
      sentence(
        'The model file {path} is a link out of the cache of its model, which is not followed. Put the file itself in its place, or download the model again.',
        { path: quoted(graph) },
      ),
    );
  }
  await refuseOther(graph);
  const above = foldersOf(graph);
  const named = (await readSideFile(above, 'manifest.json'))?.name;
  return {
    graph,
    name: called ?? (typeof named === 'string' ? named : nameOf(graph, above.at(-1)!)),
    ...(called === undefined ? {} : { called }),
    ...(await besideGraph(above)),
  };
}

/** What the files beside a graph say of it, the first of these folders first. Throws `bad-model` where one is unreadable. */
export async function besideGraph(above: readonly string[]): Promise<Omit<ModelFolder, 'graph' | 'name'>> {
  const tokenizerConfig = await readSideFile(above, 'tokenizer_config.json');
  const config = await readSideFile(above, 'config.json');
  const tokenizerProblem = (await readSideFile(above, 'manifest.json'))?.tokenizerProblem;
  return {
    tokenizer: await firstExisting(above, 'tokenizer.json'),
    ...(typeof tokenizerProblem === 'string' ? { tokenizerProblem } : {}),
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
    sentence(
      'Ollama has no model {name} on this machine. Get it by "ollama pull", or name a model folder or a graph file (.onnx, .gguf).',
      { name: quoted(path) },
    ),
  );
}

/** Folders of a graph's other files: its own, and of a graph in a folder `onnx` the one above, as on the Hugging Face hub. */
export function foldersOf(graph: string): string[] {
  const beside = dirname(graph);
  return basename(beside) === 'onnx' ? [beside, dirname(beside)] : [beside];
}

/** A graph's name where exporters give the same to all: that of its folder, and which of the folder's graphs it is. */
function nameOf(graph: string, folder: string): string {
  const stem = basename(wholePath(graph), extname(graph));
  const { part, precision } = graphName(stem);
  if (part === 'other') return stem;
  const which = [
    ...(part === 'whole' || part.startsWith('decoder') ? [] : [part]),
    ...(precision === 'full' || precision === null ? [] : [precision]),
  ];
  const name = hubName(folder) ?? basename(folder);
  return which.length > 0 ? `${name} (${which.join(', ')})` : name;
}

/** Refuses a file that is a model of another format. */
async function refuseOther(path: string): Promise<void> {
  const other = (await otherKindOfFile(path)) ?? ((await isGguf(path)) ? undefined : otherFormat(path));
  if (other !== undefined)
    throw refusal(
      sentence('The model file {path} cannot be read: {reason}.', { path: quoted(path), reason: other }),
    );
}

async function graphIn(folder: string): Promise<string> {
  const { all, taken } = await graphChoices(folder);
  if (taken) return taken.path;
  if (all.length > 0) {
    const list = all
      .slice(0, 5)
      .map(({ name }) => quoted(name))
      .join(', ');
    throw refusal(
      sentence('The folder {folder} holds {count} graphs ({list}). Name the one to use.', {
        ...{ folder: quoted(folder), count: all.length, list },
      }),
    );
  }
  const names = await readdir(folder).catch(() => [] as string[]);
  const bundle = otherFormat(folder);
  throw refusal(
    bundle !== undefined
      ? sentence('The model {folder} cannot be read: {why}.', { folder: quoted(folder), why: bundle })
      : (otherFormatsIn(folder, names) ??
          sentence(
            'The folder {folder} holds no .onnx or .gguf file. Name the folder of a model, or its graph file.',
            { folder: quoted(folder) },
          )),
  );
}

/** What is told in English alone holds words of others, or lines to be run. */
function refusal(why: Sentence | string): AttnscopeError {
  return new AttnscopeError('bad-model', typeof why === 'string' ? why : [why]);
}
