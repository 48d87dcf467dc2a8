import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { measureStudied, withAnomaly } from '../../analysis/studyPrompts';
import { AttnscopeError, toWireError } from '../../protocol/errors';
import { StudyLine, type StudyReport } from '../../protocol/measured/study';
import { plainText } from '../../protocol/plainText';
import { safeJson } from '../../report/safeJson';
import { studyHtml } from '../../report/study/studyHtml';
import { studyMarkdown } from '../../report/study/studyMarkdown';
import { study } from '../../study/study';
import type { StudiedPrompt } from '../../study/studiedPrompt';
import { readLines } from '../jsonLines';
import { wholeNumber } from '../monitor/wholeNumber';
import { EXIT } from '../outcome';
import { bundled } from '../paths';
import { addModelOptions, runSettings, type ModelOptions } from '../modelOptions';
import { withInference } from '../withInference';
import { writeOutput } from '../writeOutput';

const FORMATS = ['markdown', 'html', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** What the ending of `--out` says of the format. */
const ENDINGS: Readonly<Record<string, Format>> = { '.md': 'markdown', '.html': 'html', '.json': 'json' };

/** Longest error of a line, UTF-16 code units. */
const LONGEST_ERROR = 600;

const FORM = {
  schema: StudyLine,
  how: 'Write one object a line: {"id", "text", "class": "normal", "jailbreak" or "injection"} with optional "language", "group", "system", "canary" and "marks"; see docs/study.md.',
};

interface StudyOptions extends ModelOptions {
  inputJsonl: string;
  seed: number;
  generate: number;
  format?: Format;
  out?: string;
}

/** `attnscope study`: how normal prompts, jailbreaks and injections differ in a model. */
export function studyCommand(toolVersion: string): Command {
  const command = new Command('study')
    .summary('compare normal prompts, jailbreaks and injections')
    .description(
      'Measures labelled prompts with a local model and tells in which numbers the classes differ, beside what their length alone tells. Takes seconds per prompt.',
    )
    .addOption(
      new Option(
        '--input-jsonl <file>',
        'one {"id", "text", "class", "language"?, "group"?, "system"?, "canary"?, "marks"?} a line, - for standard input; class is normal, jailbreak or injection',
      ).default(bundled.studySet, 'the project’s own set, in a checkout'),
    )
    .option(
      '--seed <number>',
      'decides which normal prompts make the baseline, and the folds',
      wholeNumber(0),
      1,
    )
    .option('--generate <tokens>', 'most tokens of each answer; 0 for none', wholeNumber(0), 24)
    .addOption(
      new Option('--format <format>', 'what to write; by the ending of --out where it is not named').choices(
        FORMATS,
      ),
    )
    .option('--out <file>', 'file to write (.md, .html or .json), instead of standard output');
  return addModelOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  attnscope study --out study.html
  attnscope study --input-jsonl my.jsonl --seed 7 --out study.md
  attnscope study --input-jsonl my.jsonl --generate 0 --format json

Exit codes: 0 done, 2 an error, or lines that could not be measured (the report tells the rest).`,
    )
    .action(async (options: StudyOptions) => {
      const format = formatOf(options);
      const report = await run(options, toolVersion);
      await writeOutput(options.out, await write(report, format));
      for (const { line, error } of report.set.errors) process.stderr.write(`Line ${line}: ${error}\n`);
      process.exitCode = report.set.errors.length > 0 ? EXIT.error : EXIT.clean;
    });
}

function formatOf({ format, out }: StudyOptions): Format {
  if (format) return format;
  const ending = out === undefined ? '.md' : extname(out).toLowerCase();
  const found = ENDINGS[ending];
  if (!found)
    throw new AttnscopeError(
      'bad-input',
      'The ending of --out is none of .md, .html and .json. Name the --format too.',
    );
  return found;
}

async function run(options: StudyOptions, version: string): Promise<StudyReport> {
  const { inputJsonl, model, seed, generate } = options;
  const errors: StudyReport['set']['errors'] = [];
  const measured: StudiedPrompt[] = [];
  await withInference(
    async (inference, signal) => {
      for await (const read of readLines(inputJsonl, FORM)) {
        if ('error' in read) {
          errors.push(read);
          continue;
        }
        const { line, input } = read;
        try {
          measured.push(await measureStudied(inference, input, { model, generate }, { signal }));
        } catch (error) {
          const { code, message } = toWireError(error);
          // What is wrong with the model is wrong with every line.
          if (code !== 'bad-input' && code !== 'too-long') throw error;
          errors.push({ line, id: input.id, error: plainText(message, LONGEST_ERROR) });
        }
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${measured.length} prompts measured …`);
      }
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    },
    // Whole maps are of no use here.
    runSettings(options, { keepsMaps: false }),
  );
  if (measured.length === 0)
    throw new AttnscopeError(
      'bad-input',
      `No line could be measured, so there is nothing to compare. ${errors[0]?.error ?? FORM.how}`,
    );
  const prompts = withAnomaly(measured, seed, version);
  const sha256 = createHash('sha256');
  for (const { line } of prompts) sha256.update(`${JSON.stringify(line)}\n`);
  return study(prompts, { version, seed, generate, errors, sha256: sha256.digest('hex') });
}

async function write(report: StudyReport, format: Format): Promise<string> {
  if (format === 'json') return `${safeJson(report, 2)}\n`;
  if (format === 'markdown') return studyMarkdown(report);
  const [script, css] = await Promise.all([
    readFile(bundled.studyScript, 'utf8'),
    readFile(bundled.studyStyle, 'utf8'),
  ]);
  return studyHtml(report, { script, css });
}
