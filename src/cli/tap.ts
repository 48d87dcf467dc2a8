import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { InferenceResult } from '../protocol/borders/inference';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { progressLine, withInference } from './withInference';
import { print } from './writeOutput';

/** What servers take as the name of a model. */
const NAME = /^[\w][\w.-]{0,99}$/;

interface TapOptions {
  out: string;
  name?: string;
  reduce: 'none' | 'head-mean';
}

/** `attnscope tap`: a model whose attention maps are outputs, for a server. */
export function tapCommand(): Command {
  return new Command('tap')
    .summary('write a model with its attention maps as outputs, for a model server')
    .description(
      'Writes the tapped model as an ordinary ONNX model, laid out as Triton and KServe take it: DIR/NAME/1/model.onnx, with the files of its tokenizer beside it. What its outputs are: docs/served.md.',
    )
    .argument('<model>', 'model folder, .onnx or .gguf file, or name:tag of Ollama')
    .requiredOption('--out <dir>', 'folder to write the model’s own folder into')
    .option('--name <name>', 'name that the server will know it by; the model’s own where absent')
    .addOption(
      new Option('--reduce <how>', 'head-mean leaves the maps of single heads out')
        .choices(['none', 'head-mean'])
        .default('none'),
    )
    .addHelpText(
      'after',
      `
Examples:
  attnscope tap models/mine --out repository
  attnscope tap llama3.2:1b --name llama --reduce head-mean --out repository`,
    )
    .action(async (model: string, { out, name, reduce }: TapOptions) => {
      if (name !== undefined) refuseName(name);
      await withInference(async (inference, signal) => {
        const progress = progressLine();
        try {
          const asked = { signal, onProgress: progress.show };
          const served = name ?? plainName((await inference.request('openModel', { model }, asked)).name);
          const folder = join(out, served);
          const written = await inference.request('tap', { model, reduce, out: folder }, asked);
          progress.clear();
          await print(writtenText(folder, written));
        } finally {
          progress.clear();
        }
      });
    });
}

function refuseName(name: string): void {
  if (NAME.test(name)) return;
  throw new AttnscopeError(
    'bad-input',
    `${quoted(name)} is no name for a served model. Use letters, digits, dots, hyphens and underscores.`,
  );
}

/** The model's name without what a server does not take. */
function plainName(name: string): string {
  return (
    name
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[^\w]+/, '')
      .slice(0, 100) || 'model'
  );
}

function writtenText(folder: string, { served, files }: InferenceResult<'tap'>): string {
  const names = served.outputs.map(({ tensor }) => tensor);
  return `${files.map((file) => `${join(folder, file)}\n`).join('')}${names.length} outputs: ${names[0]} to ${names.at(-1)}\n`;
}
