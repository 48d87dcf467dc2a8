import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { calibrateModel, type ModelCalibration } from '../../analysis/calibration/calibrateModel';
import { probeFileOf } from '../../calibration/probeFile';
import { ownProbesFolder } from '../../probes/ownProbes';
import { AttnscopeError } from '../../protocol/errors';
import { plainText } from '../../protocol/plainText';
import { ReadAs } from '../../protocol/prompt';
import { PROBE_FILES } from '../../protocol/requests/probes';
import { calibrationText } from '../../report/calibrationText';
import { safeJson } from '../../report/safeJson';
import { classifierOptions, ownClassifier } from '../analyze/options';
import { EXIT } from '../outcome';
import { addModelOptions, runSettings, type ModelOptions } from '../modelOptions';
import { readCleanTexts, readPlants } from './readCleanTexts';
import { reasonOf } from '../../files/readInput';
import { withInference } from '../withInference';
import { print } from '../writeOutput';

interface CalibrateOptions extends ModelOptions {
  clean: string;
  plants?: string;
  out?: string;
  format: 'text' | 'json';
  as: ReadAs;
  task?: string;
  falseAlarms: number;
  tokens: number;
  headFiles: number;
  seed: number;
  classifier?: string;
  classifierLabel?: string;
}

/** `attnscope calibrate`: whether a model's states tell planted instructions from one's own texts, and from what score on. */
export function calibrateCommand(): Command {
  const [classifier, classifierLabel] = classifierOptions();
  const command = new Command('calibrate')
    .summary('find out whether a model of your own can warn of planted instructions')
    .description(
      'Plants instructions in copies of your clean texts, fits a probe on the states of a local model, measures it on files and kinds of plants that it has not seen, beside what length and phrases tell, and keeps it for this model. It warns only where it is better than these.',
    )
    .requiredOption('--clean <path>', 'clean texts: a folder of prompt files, or JSON Lines of {"text"}')
    .option('--plants <file>', 'plants of your own beside those made here, JSON Lines of {"text", "source"?}')
    .option('--out <folder>', 'where to keep the probe, instead of where Attnscope looks for it')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--as <role>', 'how the texts are read: as a message of the user or the system, or raw')
        .choices(ReadAs.options)
        .default('user'),
    )
    .option(
      '--task <text>',
      'what the model is asked to do with the texts, which then count as untrusted data: the probe of data is fitted',
    )
    .option('--false-alarms <share>', 'share of clean files that may be warned of', shareOf, 0.01)
    .option('--tokens <n>', 'tokens of a text that are read, at most', countOf, 1024)
    .option('--head-files <n>', 'files whose attention heads are measured too; none below 20', countOf, 40)
    .option('--seed <n>', 'decides what is planted where', countOf, 1)
    .addOption(classifier)
    .addOption(classifierLabel);
  return addModelOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  attnscope calibrate --model models/mine --clean prompts/
  attnscope calibrate --model models/mine --clean mails.jsonl --task "Sum up this mail." --format json`,
    )
    .action(async (options: CalibrateOptions) => {
      const { format, task, plants, model, as, falseAlarms, seed, tokens, headFiles } = options;
      const clean = await readCleanTexts(options.clean);
      const given = plants === undefined ? [] : await readPlants(plants);
      const own = ownClassifier({
        ...options,
        scores: options.classifier === undefined ? [] : ['classifier'],
      });
      const progress = terminalProgress();
      const made = await withInference(
        (inference, signal) =>
          calibrateModel(
            inference,
            {
              model,
              as,
              probe: task === undefined ? 'instruction' : 'data',
              ...(task === undefined ? {} : { task, trust: 'untrusted' as const }),
              clean,
              plants: given,
              falseAlarms,
              seed,
              limit: tokens,
              headFiles,
              ...(own ? { classifier: own } : {}),
            },
            { signal },
            progress.show,
          ).finally(progress.clear),
        runSettings(options, { keepsMaps: false }),
      );
      const folder = await keep(made, options.out);
      const { calibration } = made;
      await print(format === 'json' ? `${safeJson(calibration, 2)}\n` : calibrationText(calibration));
      process.stderr.write(`Written: ${plainText(resolve(folder), 400, 'end')}\n`);
      process.exitCode = EXIT.clean;
    });
}

/** Writes the probe and what was found out about it; gives the folder. */
async function keep(
  { calibration, head, hidden }: ModelCalibration,
  out: string | undefined,
): Promise<string> {
  const { sha256 } = calibration.model;
  const folder = out ?? join(ownProbesFolder(process.env, process.platform), sha256);
  const name = PROBE_FILES[calibration.probe];
  const { layers, threshold, falseAlarms } = calibration;
  const { json, weights } = probeFileOf(head, { name, sha256, layers, hidden, threshold, falseAlarms });
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.bin`), weights);
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(json)}\n`);
    await writeFile(join(folder, `${name}.calibration.json`), `${JSON.stringify(calibration, null, 2)}\n`);
  } catch (error) {
    const where = plainText(folder, 400, 'end');
    throw new AttnscopeError('bad-input', `The probe cannot be kept in ${where}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  return folder;
}

function shareOf(value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share > 0 && share < 1) return share;
  throw new InvalidArgumentError('It is a share between 0 and 1, such as 0.01.');
}

function countOf(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number from 0 on.');
}

function terminalProgress(stream: NodeJS.WriteStream = process.stderr) {
  const erase = '\r\u001b[K';
  return {
    show: (done: number, total: number) => {
      if (stream.isTTY) stream.write(`${erase}Texts read: ${done} of ${total} …`);
    },
    clear: () => {
      if (stream.isTTY) stream.write(erase);
    },
  };
}
