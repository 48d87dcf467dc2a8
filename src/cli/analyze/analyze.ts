import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { analyze } from '../../analysis/analyze';
import { readDocument } from '../../analysis/readDocument';
import { openAnalysis, type AnalysisResult } from '../../protocol/analysis';
import { AnomalyRule } from '../../protocol/attention';
import type { Source } from '../../protocol/document';
import { AttnscopeError } from '../../protocol/errors';
import { ProbeName } from '../../protocol/requests/probes';
import type { ReadAs } from '../../protocol/prompt';
import type { Inference, InferenceProgress } from '../../protocol/borders/inference';
import { analysisText } from '../../report/analysisText';
import { maskTokens } from '../../report/maskTokens';
import { safeJson } from '../../report/safeJson';
import { writeReport } from '../../report/writeReport';
import { ablated, askModel, toldText, type AskedOfModel, type Run, type ToldByModel } from './askModel';
import {
  classifierOptions,
  counterfactualOption,
  generateOption,
  lensOption,
  ownClassifier,
  scoresOption,
} from './options';
import { answerJsonLines, inputLinesOption, refuseUnlessLines } from '../jsonLines';
import { EXIT, failOnOption, fails, type FailOn } from '../outcome';
import { bundled } from '../paths';
import { addModelOptions, readAsOption, runSettings, type ModelOptions } from '../modelOptions';
import { settledSource } from '../settledSource';
import { progressLine, withInference } from '../withInference';
import { print, writeOutput } from '../writeOutput';

interface AnalyzeOptions extends AskedOfModel, ModelOptions {
  inputJsonl?: string;
  format: 'text' | 'json' | 'jsonl' | 'html';
  out?: string;
  as: ReadAs;
  keepLast?: true;
  mask?: true;
  rule: AnomalyRule;
  task?: string;
  maps?: string;
  classifier?: string;
  classifierLabel?: string;
  failOn: FailOn;
}

/** `attnscope analyze`: what a model attends to in a prompt. */
export function analyzeCommand(toolVersion: string): Command {
  const [classifier, classifierLabel] = classifierOptions();
  const command = new Command('analyze')
    .summary('show what a model attends to in a prompt')
    .description(
      'Reads a prompt with a local model and shows what it attends to: at each finding, per layer and head. A description, no proof.',
    )
    .argument('[file]', 'prompt file, or - for standard input')
    .addOption(inputLinesOption())
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['text', 'json', 'jsonl', 'html'])
        .default('text'),
    )
    .option('--out <file>', 'file to write, instead of standard output')
    .addOption(readAsOption())
    .option('--keep-last', 'read the last tokens of a prompt that is longer than the model’s context')
    .option('--maps <file>', 'write the maps of all heads to this safetensors file too (docs/extract.md)')
    .option('--mask', 'leave the words of the prompt out of the HTML report')
    .addOption(
      new Option(
        '--rule <rule>',
        'what counts as anomalous attention: more than clean texts have at that place, or more than half of a row, as published',
      )
        .choices(AnomalyRule.options)
        .default('honest'),
    )
    .addOption(scoresOption())
    .addOption(classifier)
    .addOption(classifierLabel)
    .option(
      '--task <text>',
      'what the model is asked to do with the text, which then counts as untrusted data',
    )
    .addOption(generateOption())
    .addOption(counterfactualOption())
    .addOption(lensOption())
    .addOption(failOnOption());
  return addModelOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  attnscope analyze my.prompt.md
  attnscope analyze my.prompt.md --format html --out report.html
  attnscope analyze AGENTS.md --as system
  attnscope analyze mail.txt --task "Sum up this mail." --scores data,ablation --format json
  attnscope analyze my.prompt.md --generate 40 --counterfactual 3:1-3:58
  cat prompts.jsonl | attnscope analyze --input-jsonl - --format jsonl > results.jsonl`,
    )
    .action(async (file: string | undefined, options: AnalyzeOptions) => {
      if ((file === undefined) === (options.inputJsonl === undefined)) {
        throw new AttnscopeError(
          'bad-input',
          'Name one prompt file (- for standard input), or --input-jsonl, not both.',
        );
      }
      if (options.maps !== undefined && file === undefined)
        throw new AttnscopeError('bad-input', '--maps takes one prompt file: it writes one file of maps.');
      ownClassifier(options);
      const work = (inference: Inference, signal: AbortSignal) => {
        const run = { inference, signal, options, toolVersion };
        return file === undefined ? analyzeLines(run, options.inputJsonl!) : analyzeFile(run, file);
      };
      // Only the report asks for maps of what was analysed.
      process.exitCode = await withInference(
        work,
        runSettings(options, { keepsMaps: options.format === 'html' }),
      );
    });
}

interface AnalyzeRun extends Run {
  options: AnalyzeOptions;
  toolVersion: string;
}

async function analyzeFile(run: AnalyzeRun, file: string): Promise<number> {
  const source = await settledSource(file);
  const progress = progressLine();
  try {
    const result = await analyzeText(run, source, progress.show);
    tellServer(result);
    await writeMaps(run, result, progress.show);
    const told = await askModel(run, result, source.text);
    const title = file === '-' ? 'standard input' : basename(file);
    const onProgress = (share: number) => progress.show({ stage: 'report', done: 100 * share, total: 100 });
    const written = await write(run, result, told, source.text, title, onProgress);
    progress.clear();
    const { format, out } = run.options;
    // The page goes to its file, and the terminal tells the same in short.
    if (format === 'html' && out !== undefined) await print(analysisText(result, title));
    await writeOutput(out, written);
    return fails(result.findings, run.options.failOn) ? EXIT.findings : EXIT.clean;
  } finally {
    progress.clear();
  }
}

/** Writes what was read of the prompt for other programs, such as those of notebooks. */
async function writeMaps(
  { inference, signal, options: { maps, model } }: AnalyzeRun,
  { tokens }: AnalysisResult,
  onProgress: (progress: InferenceProgress) => void,
): Promise<void> {
  if (maps === undefined) return;
  const feed = { kind: 'tokens' as const, tokens: tokens.map(({ id, text }) => ({ id, text })) };
  await inference.request('extract', { model, feed, reduce: 'none', out: maps }, { signal, onProgress });
}

/** Says where the text went, and what could not be told. */
function tellServer({ model: { server } }: AnalysisResult): void {
  if (server === undefined) return;
  process.stderr.write(
    `Read by the server ${server}, which gives no states: the probes, which need the model’s file, were not run.\n`,
  );
}

async function write(
  run: AnalyzeRun,
  result: AnalysisResult,
  told: ToldByModel,
  text: string,
  title: string,
  onProgress: (share: number) => void,
): Promise<string> {
  const { options, inference, signal } = run;
  switch (options.format) {
    case 'text':
      return analysisText(result, title) + toldText(told);
    case 'json':
      return `${safeJson({ ...maskTokens(result), ...told }, 2)}\n`;
    case 'jsonl':
      return `${safeJson({ ...maskTokens(result), ...told })}\n`;
    case 'html': {
      const { model, mask = false } = options;
      const code = { script: bundled.reportScript, style: bundled.reportStyle };
      return writeReport(inference, { result, title, text, mask, model }, code, { signal, onProgress });
    }
  }
}

async function analyzeLines(run: AnalyzeRun, file: string): Promise<number> {
  refuseUnlessLines(run.options.format);
  let failed = false;
  const complete = await answerJsonLines(file, run.options.out, async ({ text, path, trust }) => {
    const result = await analyzeText(run, { text, path, trust });
    failed ||= fails(result.findings, run.options.failOn);
    return { ...maskTokens(result), ...(await askModel(run, result, text)) };
  });
  if (!complete) return EXIT.error;
  return failed ? EXIT.findings : EXIT.clean;
}

async function analyzeText(
  run: AnalyzeRun,
  source: Source,
  onProgress?: (progress: InferenceProgress) => void,
): Promise<AnalysisResult> {
  const { inference, signal, toolVersion } = run;
  const { model, as, keepLast, rule, scores, task } = run.options;
  // What a task is given is data, whatever it says.
  const read = task === undefined ? source : { ...source, task, trust: 'untrusted' as const };
  const classifier = ownClassifier(run.options);
  const { result } = await analyze(
    inference,
    {
      text: source.text,
      model,
      overflow: keepLast ? 'keep-last' : 'refuse',
      rule,
      toolVersion,
      forReport: run.options.format === 'html',
      probes: ProbeName.options.filter((name) => scores.includes(name)),
      ...(classifier ? { classifier } : {}),
      read: () => readDocument({ ...read, as }),
    },
    { signal, ...(onProgress ? { onProgress } : {}) },
  );
  const opened = openAnalysis(result);
  return scores.includes('ablation') ? { ...opened, spans: await ablated(run, opened) } : opened;
}
