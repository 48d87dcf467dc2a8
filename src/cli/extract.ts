import { Command, Option } from 'commander';
import { AttnscopeError } from '../protocol/errors';
import { TensorInput, type InferenceParams } from '../protocol/inference';
import { quoted } from '../protocol/plainText';
import { z } from '../protocol/schema';
import { readText } from './readInput';
import { progressLine, withInference } from './withInference';
import { makeFolderOf, print } from './writeOutput';

interface ExtractOptions {
  inputs?: string;
  text?: string;
  out: string;
  layers?: number[];
  reduce: 'none' | 'head-mean';
}

/** `attnscope extract`: a model's attention maps into a safetensors file. */
export function extractCommand(): Command {
  return new Command('extract')
    .summary('write the attention maps of a model to a safetensors file')
    .description(
      'Runs a model once and writes its attention maps, float32 [batch, heads, queries, keys], as safetensors: attention.<layer>.',
    )
    .argument('<model>', 'model folder, .onnx or .gguf file')
    .addOption(new Option('--inputs <file>', 'JSON file with every input of the graph').conflicts('text'))
    .option('--text <file>', 'text file, tokenised raw with the tokenizer’s own special tokens')
    .requiredOption('--out <file>', 'safetensors file to write')
    .option('--layers <list>', 'layers to write, e.g. 0,5', parseLayers)
    .addOption(
      new Option('--reduce <how>', 'head-mean keeps the rank: [batch, 1, queries, keys]')
        .choices(['none', 'head-mean'])
        .default('none'),
    )
    .addHelpText(
      'after',
      `
Examples:
  attnscope extract model.onnx --inputs inputs.json --out maps.safetensors
  attnscope extract models/mine --text prompt.txt --layers 0,5 --reduce head-mean --out maps.safetensors`,
    )
    .action(async (model: string, options: ExtractOptions) => {
      const feed = await readFeed(options);
      const { out, layers, reduce } = options;
      await makeFolderOf(out);
      await withInference(async (inference, signal) => {
        const progress = progressLine();
        try {
          const { tensors } = await inference.request(
            'extract',
            { model, feed, out, reduce, ...(layers ? { layers } : {}) },
            { signal, onProgress: progress.show },
          );
          progress.clear();
          await print(tensors.map(({ name, shape }) => `${name} [${shape.join(', ')}]\n`).join(''));
        } finally {
          progress.clear();
        }
      });
    });
}

async function readFeed(options: ExtractOptions): Promise<InferenceParams<'extract'>['feed']> {
  if (options.text !== undefined) return { kind: 'text', text: await readText(options.text) };
  if (options.inputs === undefined) {
    throw new AttnscopeError(
      'bad-input',
      'Nothing to feed: name a text with --text or the graph’s inputs with --inputs.',
    );
  }
  return { kind: 'inputs', inputs: await readInputs(options.inputs) };
}

async function readInputs(file: string): Promise<Record<string, TensorInput>> {
  const text = await readText(file);
  const parsed = z.object({ inputs: z.record(z.string(), TensorInput) }).safeParse(parseJson(text));
  if (parsed.success) return parsed.data.inputs;
  const where = parsed.error.issues[0]?.path.join('.') || 'the document';
  throw new AttnscopeError(
    'bad-input',
    `${quoted(file)} does not describe inputs (at ${quoted(where)}). Write {"inputs": {NAME: {"dtype": …, "dims": […], "data": […]}}}.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseLayers(list: string): number[] {
  const layers = list.split(',').map((part) => part.trim());
  if (layers.length === 0 || layers.some((l) => !/^\d+$/.test(l))) {
    throw new AttnscopeError(
      'bad-input',
      `--layers takes layer numbers with commas between them, such as 0,5.`,
    );
  }
  return layers.map(Number);
}
