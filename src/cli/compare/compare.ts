import { Command, Option } from 'commander';
import { analyze } from '../../analysis/analyze';
import { comparePrompts } from '../../analysis/comparePrompts';
import { readDocument } from '../../analysis/readDocument';
import { worsened } from '../../comparison/findings';
import { createL10n } from '../../describe/l10n';
import { openAnalysis, type AnalysisResult } from '../../protocol/analysis';
import type { Inference } from '../../protocol/borders/inference';
import type { ReadAs } from '../../protocol/prompt';
import { comparisonHtml, type ReportedComparison } from '../../report/comparison/comparisonHtml';
import { comparisonMarkdown } from '../../report/comparison/comparisonMarkdown';
import { comparisonText } from '../../report/comparison/comparisonText';
import { safeJson } from '../../report/safeJson';
import { EXIT, failOnOption, fails, type FailOn } from '../outcome';
import { bundled } from '../paths';
import { addModelOptions, readAsOption, runSettings, type ModelOptions } from '../modelOptions';
import { progressLine, withInference } from '../withInference';
import { print, writeOutput } from '../writeOutput';
import { readSides, type Side } from './sides';

interface CompareOptions extends ModelOptions {
  git: string[];
  format: 'text' | 'json' | 'html' | 'markdown';
  out?: string;
  as: ReadAs;
  keepLast?: true;
  mask?: true;
  failOn: FailOn;
}

/** `attnscope compare`: two prompts, or two states of one. */
export function compareCommand(toolVersion: string): Command {
  const command = new Command('compare')
    .summary('show what changed between two prompts')
    .description(
      'Reads two prompts, or one at two git revisions, with a local model: what more or less is read of, which warnings came and went, and why. A description, no proof.',
    )
    .argument('[files...]', 'two prompt files, one of which may be - for standard input; with --git one file')
    .addOption(
      new Option(
        '--git <revision>',
        'compare the file at this revision with the file as it is; given twice, with that at the second',
      )
        .argParser((revision: string, before: string[]) => [...before, revision])
        .default([], 'none'),
    )
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['text', 'json', 'html', 'markdown'])
        .default('text'),
    )
    .option('--out <file>', 'file to write, instead of standard output')
    .addOption(readAsOption())
    .option('--keep-last', 'read the last tokens of a prompt that is longer than the model’s context')
    .option('--mask', 'leave the words of the prompts out of the HTML report')
    .addOption(failOnOption());
  return addModelOptions(command)
    .addHelpText(
      'after',
      `
Exits with 1 where a warning at or above --fail-on came, has other words by now, or became graver.

Examples:
  attnscope compare before.prompt.md after.prompt.md
  attnscope compare my.prompt.md --git HEAD
  attnscope compare my.prompt.md --git v1.0 --git v1.1 --format markdown
  attnscope compare old.txt new.txt --format json --out change.json`,
    )
    .action(async (files: string[], options: CompareOptions) => {
      const sides = await readSides(files, options.git);
      process.exitCode = await withInference(
        (inference, signal) => compareSides({ inference, signal, options, toolVersion }, sides),
        // Only the report asks for maps of what was analysed.
        runSettings(options, { keepsMaps: options.format === 'html' }),
      );
    });
}

interface Run {
  inference: Inference;
  signal: AbortSignal;
  options: CompareOptions;
  toolVersion: string;
}

async function compareSides(run: Run, [before, after]: [Side, Side]): Promise<number> {
  const { inference, signal, options } = run;
  const progress = progressLine();
  const asked = { signal, onProgress: progress.show };
  try {
    const read = async ({ title, source }: Side) => ({
      ...{ title, text: source.text },
      result: await analyzeSide(run, source, asked),
    });
    const [one, other] = [await read(before), await read(after)];
    const comparison = await comparePrompts(inference, options.model, [one, other], asked);
    const onProgress = (share: number) => progress.show({ stage: 'report', done: 100 * share, total: 100 });
    const written = await write(run, { comparison, before: one, after: other }, onProgress);
    progress.clear();
    // The page goes to its file, and the terminal tells the same in short.
    if (options.format === 'html' && options.out !== undefined)
      await print(comparisonText(comparison, other.result.attention.reading.kind));
    await writeOutput(options.out, written);
    return fails(worsened(comparison), options.failOn) ? EXIT.findings : EXIT.clean;
  } finally {
    progress.clear();
  }
}

async function analyzeSide(
  { inference, options, toolVersion }: Run,
  source: Side['source'],
  asked: Parameters<typeof analyze>[2],
): Promise<AnalysisResult> {
  const { model, as, keepLast } = options;
  const { result } = await analyze(
    inference,
    {
      text: source.text,
      model,
      overflow: keepLast ? 'keep-last' : 'refuse',
      toolVersion,
      read: () => readDocument({ ...source, as }),
    },
    asked,
  );
  return openAnalysis(result);
}

async function write(
  { inference, signal, options }: Run,
  compared: Omit<ReportedComparison, 'mask' | 'model'>,
  onProgress: (share: number) => void,
): Promise<string> {
  const { comparison, after } = compared;
  const { kind } = after.result.attention.reading;
  switch (options.format) {
    case 'text':
      return comparisonText(comparison, kind);
    case 'markdown':
      return comparisonMarkdown(comparison, kind, createL10n('en', {}));
    case 'json':
      return `${safeJson(comparison, 2)}\n`;
    case 'html': {
      const { model, mask = false } = options;
      const code = { script: bundled.reportScript, style: bundled.reportStyle };
      return comparisonHtml(inference, { ...compared, mask, model }, code, { signal, onProgress });
    }
  }
}
