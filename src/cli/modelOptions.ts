import { Option, type Command } from 'commander';
import type { InferenceSettings } from '../protocol/borders/inference';
import { AttnscopeError } from '../protocol/errors';
import { ReadAs } from '../protocol/prompt';
import { Provider } from '../protocol/requests/provider';
import { bundled } from './paths';

/** `--model`, the same for every command that reads prompts. */
export function modelOption(): Option {
  return new Option(
    '--model <path>',
    'model folder, .onnx or .gguf file, name:tag of Ollama, or the address of a served model',
  ).default(bundled.model, 'the bundled model');
}

/** How a served model is spoken to. */
export interface ServedOptions {
  tokenizer?: string;
  certificate?: string;
  timeLimit?: number;
}

/** Adds the options for served models. Its token comes by the environment, as others can read command lines. */
export function addServedOptions(command: Command): Command {
  return command
    .option('--tokenizer <folder>', 'of a served model: the folder with its tokenizer.json')
    .option('--certificate <file>', 'of a served model: PEM file with the certificates to trust')
    .option('--time-limit <seconds>', 'of a served model: most time of one request', parseSeconds);
}

/** The same as the inference process takes it. */
export function servedSettings({ tokenizer, certificate, timeLimit }: ServedOptions): InferenceSettings {
  return {
    served: {
      ...(tokenizer === undefined ? {} : { tokenizer }),
      ...(certificate === undefined ? {} : { certificate }),
      ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit * 1000 }),
    },
  };
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds;
  throw new AttnscopeError('bad-input', '--time-limit takes whole seconds, from 1 to 86400.');
}

/** `--provider`, the same for every command that runs a model. */
export function providerOption(): Option {
  return new Option('--provider <name>', 'what computes the model; the processor where that cannot')
    .choices(Provider.options)
    .default('cpu');
}

/** `--as`, where a text may be a message of the user or the system. */
export function readAsOption(): Option {
  return new Option(
    '--as <role>',
    'how a text that is no chat is read: as a message of the user or the system, by the chat template, or raw',
  )
    .choices(ReadAs.options)
    .default('user');
}
