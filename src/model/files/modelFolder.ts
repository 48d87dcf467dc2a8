import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { z } from '../../protocol/schema';

/** A model on disk: a graph, and the files that people keep beside it. */
export interface ModelFolder {
  /** Absolute path of the graph. */
  graph: string;
  /** Name to show. */
  name: string;
  /** Absolute path of `tokenizer.json`; `undefined` where there is none. */
  tokenizer: string | undefined;
  /** Chat template (Jinja) with the special tokens that it may name; `undefined` where there is none. */
  chat: { template: string; bosToken: string; eosToken: string } | undefined;
  /** Longest prompt in tokens; `null` where no file says. */
  contextLength: number | null;
}

/** A graph of these names is meant where a folder holds several. */
const GRAPH_NAMES = ['model.onnx', 'decoder_model_merged.onnx', 'decoder_model.onnx'];

/**
 * Finds the parts of the model that `path` (a folder or a graph file) means. A folder's graph may lie in
 * its `onnx` folder, as on the Hugging Face hub; a graph in such a folder has its other files one above.
 * Throws `bad-model` where there is no graph or not one only, and where a file beside it is unreadable.
 */
export async function findModel(path: string): Promise<ModelFolder> {
  const given = resolve(path);
  const found = await stat(given).catch(() => undefined);
  if (!found)
    throw refusal(
      `There is no model at ${quoted(path)}. Name a model folder or a graph file (.onnx, .gguf).`,
    );
  const graph = found.isDirectory() ? await graphIn(given) : given;
  const beside = dirname(graph);
  const above = basename(beside) === 'onnx' ? [beside, dirname(beside)] : [beside];
  const folder = above.at(-1)!;

  const config = await readJson(above, 'config.json', Config);
  const tokenizerConfig = await readJson(above, 'tokenizer_config.json', TokenizerConfig);
  const manifest = await readJson(above, 'manifest.json', NamedManifest);
  const stem = basename(graph, extname(graph));
  const template = await chatTemplate(above, tokenizerConfig);
  return {
    graph,
    name: manifest?.name ?? (stem === 'model' ? basename(folder) : stem),
    tokenizer: await firstExisting(above, 'tokenizer.json'),
    chat: template
      ? {
          template,
          bosToken: tokenText(tokenizerConfig?.bos_token),
          eosToken: tokenText(tokenizerConfig?.eos_token),
        }
      : undefined,
    contextLength: contextLength(config, tokenizerConfig),
  };
}

async function graphIn(folder: string): Promise<string> {
  for (const place of [folder, join(folder, 'onnx')]) {
    const names = await readdir(place).catch(() => [] as string[]);
    const graphs = names.filter((name) => /\.(onnx|gguf)$/i.test(name)).sort();
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

const Config = z.looseObject({
  max_position_embeddings: z.number().optional(),
  n_positions: z.number().optional(),
  n_ctx: z.number().optional(),
  max_sequence_length: z.number().optional(),
});
const SpecialToken = z.union([z.string(), z.looseObject({ content: z.string() })]).nullish();
const TokenizerConfig = z.looseObject({
  model_max_length: z.number().optional(),
  bos_token: SpecialToken,
  eos_token: SpecialToken,
  chat_template: z
    .union([z.string(), z.array(z.object({ name: z.string(), template: z.string() }))])
    .nullish(),
});
const NamedManifest = z.looseObject({ name: z.string() });

/** Tokenizers without a limit say 1e30. */
const LONGEST_CONTEXT = 1e8;

/** The smaller of what the model and its tokenizer say: some models count positions that no token can have. */
function contextLength(
  config: z.infer<typeof Config> | undefined,
  tokenizer: z.infer<typeof TokenizerConfig> | undefined,
): number | null {
  const positions =
    config?.max_position_embeddings ?? config?.n_positions ?? config?.n_ctx ?? config?.max_sequence_length;
  const said = [positions, tokenizer?.model_max_length].filter((n) => n !== undefined);
  const limits = said.filter((n) => n >= 1 && n <= LONGEST_CONTEXT);
  return limits.length > 0 ? Math.floor(Math.min(...limits)) : null;
}

async function chatTemplate(
  folders: readonly string[],
  config: z.infer<typeof TokenizerConfig> | undefined,
): Promise<string | undefined> {
  const file = await firstExisting(folders, 'chat_template.jinja');
  if (file) return readFile(file, 'utf8');
  const inline = config?.chat_template;
  if (!Array.isArray(inline)) return inline ?? undefined;
  return (inline.find(({ name }) => name === 'default') ?? inline[0])?.template;
}

function tokenText(token: z.infer<typeof SpecialToken>): string {
  return typeof token === 'string' ? token : (token?.content ?? '');
}

async function firstExisting(folders: readonly string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, name);
    if (
      await stat(path).then(
        (s) => s.isFile(),
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

async function readJson<T>(
  folders: readonly string[],
  name: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const path = await firstExisting(folders, name);
  if (!path) return undefined;
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw refusal(
      `The file ${quoted(name)} of the model cannot be read: it is damaged or of another kind. Get the model's files again.`,
      cause,
    );
  }
}

function refusal(message: string, cause?: unknown): AttnscopeError {
  return new AttnscopeError('bad-model', message, { cause });
}
