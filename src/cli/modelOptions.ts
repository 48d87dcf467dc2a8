import { Option } from 'commander';
import { ReadAs } from '../protocol/prompt';
import { Provider } from '../protocol/requests/provider';
import { bundled } from './paths';

/** `--model`, the same for every command that reads prompts. */
export function modelOption(): Option {
  return new Option('--model <path>', 'model folder, .onnx or .gguf file, or name:tag of Ollama').default(
    bundled.model,
    'the bundled model',
  );
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
