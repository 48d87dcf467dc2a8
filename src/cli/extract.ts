import { Command, Option } from 'commander';
import { AttnscopeError } from '../protocol/errors';
import type { InferenceParams, InferenceResult } from '../protocol/borders/inference';
import { quoted } from '../protocol/plainText';
import { readText } from '../files/readInput';
import { readInputs } from './readInputs';
import { addRunOptions, runSettings, type RunOptions } from './modelOptions';
import { progressLine, withInference } from './withInference';
import { makeFolderOf, print } from './writeOutput';

/** How many names of inputs are told in a row. */
const MOST_NAMES = 4;

interface ExtractOptions extends RunOptions {
  inputs?: string;
  text?: string;
  out: string;
  layers?: number[];
  reduce: 'none' | 'head-mean';
}

/** `attnscope extract`: a model's attention maps into a safetensors file. */
export function extractCommand(): Command {
  const command = new Command('extract')
    .summary('write the attention maps of a model to a safetensors file')
    .description(
      'Runs a model once and writes its attention maps, float32 [batch, heads, queries, keys], as safetensors: attention.<layer>.',
    )
    .argument('<model>', 'model folder, .onnx or .gguf file, or the address of a served model')
    .addOption(
      new Option('--inputs <file>', 'JSON file with the inputs of the graph (docs/extract.md)').conflicts(
        'text',
      ),
    )
    .option('--text <file>', 'text file, tokenised raw with the tokenizer’s own special tokens')
    .requiredOption('--out <file>', 'safetensors file to write')
    .option('--layers <list>', 'layers to write, e.g. 0,5', parseLayers)
    .addOption(
      new Option('--reduce <how>', 'head-mean keeps the rank: [batch, 1, queries, keys]')
        .choices(['none', 'head-mean'])
        .default('none'),
    );
  return addRunOptions(command)
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
      await withInference(
        async (inference, signal) => {
          const progress = progressLine();
          try {
            const { tensors, filled } = await inference.request(
              'extract',
              { model, feed, out, reduce, ...(layers ? { layers } : {}) },
              { signal, onProgress: progress.show },
            );
            progress.clear();
            tellFilled(filled);
            await print(tensors.map(({ name, shape }) => `${name} [${shape.join(', ')}]\n`).join(''));
          } finally {
            progress.clear();
          }
        },
        runSettings(options, { keepsMaps: false }),
      );
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

/** Tells what was filled in: other values would give other maps. */
function tellFilled(filled: InferenceResult<'extract'>['filled']): void {
  if (filled.length === 0) return;
  const names = new Map<string, string[]>();
  for (const one of filled) names.set(one.with, [...(names.get(one.with) ?? []), one.name]);
  const parts = [...names].map(([what, list]) => {
    const rest = list.length - MOST_NAMES;
    return `${list.slice(0, MOST_NAMES).map(quoted).join(', ')}${rest > 0 ? ` and ${rest} more` : ''} (${what})`;
  });
  const padding = names.has('ones')
    ? ' A mask of ones says that no token is padding: where some are, give the mask, or the maps of the others are wrong too.'
    : '';
  process.stderr.write(`Not given and filled in: ${parts.join(', ')}.${padding}\n`);
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
