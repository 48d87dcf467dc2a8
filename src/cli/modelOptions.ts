import { Option, type Command } from 'commander';
import type { InferenceSettings } from '../protocol/borders/inference';
import { AttnscopeError } from '../protocol/errors';
import { ReadAs } from '../protocol/prompt';
import { Provider } from '../protocol/requests/provider';
import { bundled } from './paths';

/** How a model is run, be it here or by a server. */
export interface RunOptions {
  provider: Provider;
  tokenizer?: string;
  certificate?: string;
  timeLimit?: number;
}

/** Which model reads prompts, and how it is run. */
export interface ModelOptions extends RunOptions {
  model: string;
}

/** Adds all options about a model, the same to every command that reads prompts. */
export function addModelOptions(command: Command): Command {
  return addRunOptions(
    command.addOption(
      new Option(
        '--model <path>',
        'model folder, .onnx or .gguf file, name:tag of Ollama, or the address of a served model',
      ).default(bundled.model, 'the bundled model'),
    ),
  );
}

/** Those about how it is run. A server's token comes by the environment, as others can read command lines. */
export function addRunOptions(command: Command): Command {
  return command
    .addOption(providerOption())
    .option('--tokenizer <folder>', 'of a served model: the folder with its tokenizer.json')
    .option('--certificate <file>', 'of a served model: PEM file with the certificates to trust')
    .option('--time-limit <seconds>', 'of a served model: most time of one request', parseSeconds);
}

/** `--provider` alone, where no server is asked. */
export function providerOption(): Option {
  return new Option('--provider <name>', 'what computes the model; the processor where that cannot')
    .choices(Provider.options)
    .default('cpu');
}

/** What these options say, as the inference process takes it. `keepsMaps`: maps of a prompt are asked for after it was read. */
export function runSettings(
  { provider, tokenizer, certificate, timeLimit }: RunOptions,
  { keepsMaps }: { keepsMaps: boolean },
): InferenceSettings {
  return {
    provider,
    served: {
      ...(tokenizer === undefined ? {} : { tokenizer }),
      ...(certificate === undefined ? {} : { certificate }),
      ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit * 1000 }),
    },
    ...(keepsMaps ? {} : { mapBytes: 0 }),
  };
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds;
  throw new AttnscopeError('bad-input', '--time-limit takes whole seconds, from 1 to 86400.');
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
