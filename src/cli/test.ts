import { dirname, isAbsolute, join } from 'node:path';
import { Command, Option } from 'commander';
import { readDocument } from '../analysis/readDocument';
import { runTest, type TestRunner } from '../analysis/promptTests/runTest';
import type { Inference } from '../protocol/borders/inference';
import type { ModelSummary } from '../protocol/analysis';
import { quoted } from '../protocol/plainText';
import { PROMPT_TEST_GLOB } from '../promptTests/fileNames';
import { readTestFile } from '../promptTests/read/readTestFile';
import type { PromptResults, TestOutcome } from '../protocol/promptTests/promptResults';
import { promptResults, type RunFile } from '../report/promptTests/promptResults';
import { resultsJson, resultsJsonLines } from '../report/promptTests/resultsJson';
import { resultsJunit } from '../report/promptTests/resultsJunit';
import { resultsSarif } from '../report/promptTests/resultsSarif';
import { resultsText, verdictLine } from '../report/promptTests/resultsText';
import { listFiles } from '../files/listFiles';
import type { FileKind } from '../files/listing';
import { EXIT } from './outcome';
import { addModelOptions, runSettings, type ModelOptions } from './modelOptions';
import { readText } from '../files/readInput';
import { progressLine, withInference } from './withInference';
import { writeOutput } from './writeOutput';

const FORMATS = ['text', 'json', 'jsonl', 'junit', 'sarif'] as const;

interface TestOptions extends ModelOptions {
  format: (typeof FORMATS)[number];
  out?: string;
}

/** The exit code that the verdict is. */
const exits: Readonly<Record<TestOutcome, number>> = {
  passed: EXIT.clean,
  failed: EXIT.findings,
  error: EXIT.error,
};

const testFiles: FileKind = {
  globs: [PROMPT_TEST_GLOB],
  none: (folder) =>
    `No prompt test was found in ${folder}: they stand in files named *.prompt-test.yaml. Name a file to run it whatever it is called.`,
};

/** `attnscope test`: what prompts are expected to do, measured with a model. */
export function testCommand(toolVersion: string): Command {
  const command = new Command('test')
    .summary('run tests of prompts')
    .description(
      'Runs the tests in *.prompt-test.yaml files with a local model: the attention that a part of a prompt gets, new findings, what changing a part does, what the model answers.',
    )
    .argument('<paths...>', 'test files, or folders that have some')
    .addOption(new Option('--format <format>', 'how to write the results').choices(FORMATS).default('text'))
    .option('--out <file>', 'file to write, instead of standard output');
  return addModelOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  attnscope test prompts/
  attnscope test --format junit --out results.xml .
  attnscope test --format json --out support.prompt-results.json support.prompt-test.yaml

Exit codes: 0 all tests passed, 1 a test failed, 2 an error, a test that could not be run, or no test at all.`,
    )
    .action(async (paths: string[], options: TestOptions) => {
      const results = await runPaths(paths, options, toolVersion);
      await writeOutput(options.out, write(results, options.format));
      if (options.out !== undefined) process.stderr.write(`${verdictLine(results)}\n`);
      process.exitCode = exits[results.outcome];
    });
}

async function runPaths(
  paths: readonly string[],
  options: TestOptions,
  version: string,
): Promise<PromptResults> {
  const { files, errors, outside } = await listFiles(paths, testFiles);
  for (const path of outside)
    process.stderr.write(`${quoted(path)} was not run: it leads out of the folder. Name it to run it.\n`);
  const read = await Promise.all(files.map(readOne));
  const ran = read.some(({ tests }) => tests.length > 0)
    ? await withInference(
        (inference, signal) => runAll(inference, signal, read, options.model, version),
        runSettings(options, { keepsMaps: false }),
      )
    : { files: read.map((file) => ({ ...file, runs: [] })), model: null };
  const unread = errors.map(({ path, error }) => ({ path, problems: [problemOf(error)], runs: [] }));
  return promptResults([...ran.files, ...unread], ran.model, version);
}

type ReadFile = Pick<RunFile, 'path' | 'problems'> & Pick<ReturnType<typeof readTestFile>, 'tests'>;

async function readOne(path: string): Promise<ReadFile> {
  try {
    return { path, ...readTestFile(await readText(path)) };
  } catch (error) {
    return { path, tests: [], problems: [problemOf(error instanceof Error ? error.message : String(error))] };
  }
}

/** What is wrong with a file as a whole. */
function problemOf(message: string): RunFile['problems'][number] {
  const sentences = [{ text: '{message}', values: { message } }];
  return { line: 1, column: 1, endLine: 1, endColumn: 1, sentences };
}

async function runAll(
  inference: Inference,
  signal: AbortSignal,
  files: readonly ReadFile[],
  model: string,
  toolVersion: string,
): Promise<{ files: RunFile[]; model: ModelSummary | null }> {
  const progress = progressLine();
  const done: RunFile[] = [];
  let read: ModelSummary | null = null;
  try {
    for (const { path, problems, tests } of files) {
      const beside = (file: string) => (isAbsolute(file) ? file : join(dirname(path), file));
      const runner: TestRunner = {
        inference,
        model,
        toolVersion,
        readFile: (file) => readText(beside(file)),
        readSource: readDocument,
      };
      const runs = [];
      for (const test of tests) {
        const run = await runTest(runner, test, { signal, onProgress: progress.show });
        read ??= run.model;
        runs.push(run);
      }
      done.push({ path, problems, runs });
    }
    return { files: done, model: read };
  } finally {
    progress.clear();
  }
}

function write(results: PromptResults, format: TestOptions['format']): string {
  switch (format) {
    case 'text':
      return resultsText(results);
    case 'json':
      return resultsJson(results);
    case 'jsonl':
      return resultsJsonLines(results);
    case 'junit':
      return resultsJunit(results);
    case 'sarif':
      return resultsSarif(results);
  }
}
