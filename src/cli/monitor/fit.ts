import { Command } from 'commander';
import { measurePrompt } from '../../analysis/measurePrompt';
import { inputHash } from '../../analysis/monitoredPrompt';
import { addInput, emptyBaseline, KEEP } from '../../monitor/baseline';
import { FEWEST_REFERENCE } from '../../monitor/monitor';
import type { Inference } from '../../protocol/borders/inference';
import { AttnscopeError, toWireError } from '../../protocol/errors';
import type { MonitorBaseline } from '../../protocol/measured/monitor';
import { plainText, quoted } from '../../protocol/plainText';
import { EXIT } from '../outcome';
import { runSettings } from '../modelOptions';
import { withInference } from '../withInference';
import { writeBaseline } from './baselineFile';
import { addInputOptions, openInputs, type InputOptions, type MonitorInputs } from './inputs';
import { wholeNumber } from './wholeNumber';

const LONGEST_ERROR = 600;

interface FitOptions extends InputOptions {
  out: string;
  keep: number;
}

/** `attnscope monitor fit`: what normal inputs are like. */
export function fitCommand(version: string): Command {
  return addInputOptions(new Command('fit'))
    .summary('measure normal inputs and write a baseline')
    .description(
      'Measures normal inputs: what heads attend to, and the mean states. The baseline holds figures alone, no text.',
    )
    .requiredOption('--out <file>', 'baseline file to write')
    .option(
      '--keep <inputs>',
      'most inputs that the baseline keeps, a random choice of all; alarms can be as rare as one in so many and one',
      wholeNumber(FEWEST_REFERENCE),
      KEEP,
    )
    .addHelpText(
      'after',
      `
Examples:
  attnscope monitor fit prompts/ --out normal.json
  attnscope monitor fit --template summary.yaml --inputs mails.jsonl --out mails.json`,
    )
    .action(async (paths: string[], options: FitOptions) => {
      const inputs = await openInputs(paths, options);
      const fitted = await withInference(
        (inference, signal) => fitInputs(inference, signal, inputs, options, version),
        runSettings(options, { keepsMaps: false }),
      );
      if (!fitted.baseline)
        throw new AttnscopeError('bad-input', 'No input could be measured, so no baseline was written.');
      await writeBaseline(options.out, fitted.baseline);
      const { reference, inputs: measured } = fitted.baseline;
      process.stderr.write(`${measured} inputs measured, ${reference.length} different ones kept.\n`);
      process.exitCode = fitted.complete ? EXIT.clean : EXIT.error;
    });
}

async function fitInputs(
  inference: Inference,
  signal: AbortSignal,
  { template, lines }: MonitorInputs,
  { model, keep }: FitOptions,
  version: string,
): Promise<{ baseline: MonitorBaseline | undefined; complete: boolean }> {
  let baseline: MonitorBaseline | undefined;
  let complete = true;
  const tell = (line: number, id: string | number | undefined, error: string) => {
    complete = false;
    const of = id === undefined ? '' : ` (${quoted(String(id))})`;
    process.stderr.write(`Input ${line}${of}: ${plainText(error, LONGEST_ERROR)}\n`);
  };
  for await (const read of lines) {
    if ('error' in read) {
      tell(read.line, read.id, read.error);
      continue;
    }
    try {
      const { prompt } = await read.input.read();
      const { features, tokens } = await measurePrompt(inference, { ...prompt, model }, { signal });
      const sha256 = inputHash(tokens, features);
      const before = baseline ?? emptyBaseline(features, template, { version, keep });
      baseline = addInput(before, { sha256, features });
    } catch (error) {
      const { code, message } = toWireError(error);
      // Without the model no other input can be measured either.
      if (code === 'cancelled' || code === 'bad-model') throw error;
      tell(read.line, read.input.id, message);
    }
  }
  return { baseline, complete };
}
