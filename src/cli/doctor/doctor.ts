import { Argument, Command, Option } from 'commander';
import { EXIT } from '../outcome';
import { providerOption } from '../modelOptions';
import type { Provider } from '../../protocol/requests/provider';
import { bundled } from '../paths';
import { progressLine, withInference } from '../withInference';
import { print } from '../writeOutput';
import { diagnosisText } from './diagnosisText';

/** `attnscope doctor`: what a model is, how its attention is had, and why it is not. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .summary('say what a model file is, and whether its attention can be shown')
    .description(
      'Says what a model file is, how the attention of each layer is had, what was checked with which figures, and, where no map can be shown, why and what to do. Ends with 0 where prompts can be read with it, else with 2.',
    )
    .addArgument(
      new Argument('[model]', 'model folder, .onnx or .gguf file, or name:tag of Ollama').default(
        bundled.model,
        'the bundled model',
      ),
    )
    .addOption(
      new Option('--format <format>', 'form of the result').choices(['text', 'json']).default('text'),
    )
    .addOption(providerOption())
    .addHelpText(
      'after',
      `
Examples:
  attnscope doctor                          the bundled model
  attnscope doctor models/mine --format json
  attnscope doctor llama3.2:1b              a model that Ollama has`,
    )
    .action(async (model: string, { format, provider }: { format: 'text' | 'json'; provider: Provider }) => {
      await withInference(
        async (inference, signal) => {
          const progress = progressLine();
          const diagnosis = await inference
            .request('doctor', { model }, { signal, onProgress: progress.show })
            .finally(progress.clear);
          await print(format === 'json' ? `${JSON.stringify(diagnosis)}\n` : diagnosisText(diagnosis));
          if (diagnosis.problem !== null) process.exitCode = EXIT.error;
        },
        { provider },
      );
    });
}
