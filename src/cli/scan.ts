import { Command, Option } from 'commander';
import { scanDocument } from '../analysis/readDocument';
import { describeRules } from '../detection/describeRules';
import { SCHEMA_VERSION } from '../protocol/analysis';
import { AttnscopeError, toWireError } from '../protocol/errors';
import { plainText } from '../protocol/plainText';
import type { ScanResult } from '../protocol/scan';
import { findingsJson, findingsJsonLines } from '../report/findingsJson';
import { findingsText } from '../report/findingsText';
import { github } from '../report/github';
import { junit } from '../report/junit';
import { sarif } from '../report/sarif';
import { answerJsonLines, inputLinesOption, refuseUnlessLines } from './jsonLines';
import { listFiles } from './listFiles';
import { EXIT, failOnOption, fails, isFailure, type FailOn } from './outcome';
import { readText } from './readInput';
import { writeOutput } from './writeOutput';

const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'junit'] as const;

/** Longest error shown, UTF-16 code units. */
const LONGEST_ERROR = 600;

interface ScanOptions {
  inputJsonl?: string;
  format: (typeof FORMATS)[number];
  out?: string;
  failOn: FailOn;
}

/** `attnscope scan`: injection markers in files, without a model. */
export function scanCommand(toolVersion: string): Command {
  return new Command('scan')
    .summary('look for injection phrases in prompts')
    .description(
      'Looks for injection phrases in files, and in the prompt files of folders. Fast, without a model; nothing leaves the machine.',
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .addOption(inputLinesOption())
    .addOption(new Option('--format <format>', 'how to write the findings').choices(FORMATS).default('text'))
    .option('--out <file>', 'file to write, instead of standard output')
    .addOption(failOnOption())
    .addHelpText(
      'after',
      `
Examples:
  attnscope scan prompts/ AGENTS.md
  attnscope scan --format sarif --out findings.sarif .
  attnscope scan --input-jsonl mails.jsonl --format jsonl --fail-on error`,
    )
    .action(async (paths: string[], options: ScanOptions) => {
      if ((paths.length === 0) === (options.inputJsonl === undefined)) {
        throw new AttnscopeError(
          'bad-input',
          'Name files or folders to scan (. for this folder), or --input-jsonl, not both.',
        );
      }
      process.exitCode =
        options.inputJsonl === undefined
          ? await scanPaths(paths, options, toolVersion)
          : await scanLines(options);
    });
}

async function scanPaths(paths: readonly string[], options: ScanOptions, version: string): Promise<number> {
  const files: ScanResult['files'] = [];
  const listing = await listFiles(paths);
  const errors = listing.errors.map(({ path, error }) => tell(path, error));
  if (listing.files.length === 0 && errors.length === 0)
    process.stderr.write('No prompt files in these folders. Name a file to scan it whatever it is called.\n');
  for (const path of listing.files) {
    try {
      const text = await readText(path);
      const findings = await scanDocument({ text, ...(path === '-' ? {} : { path }) });
      files.push({ path, findings });
    } catch (error) {
      errors.push(tell(path, toWireError(error).message));
    }
  }
  const result: ScanResult = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version },
    files,
    ...(errors.length > 0 ? { errors } : {}),
  };
  await writeOutput(options.out, write(result, options));
  if (errors.length > 0) return EXIT.error;
  return files.some(({ findings }) => fails(findings, options.failOn)) ? EXIT.findings : EXIT.clean;
}

/** Says on stderr what could not be read. */
function tell(path: string, message: string): { path: string; error: string } {
  const error = plainText(message, LONGEST_ERROR);
  process.stderr.write(`${error}\n`);
  return { path, error };
}

function write(result: ScanResult, { format, failOn }: ScanOptions): string {
  switch (format) {
    case 'text':
      return findingsText(result);
    case 'json':
      return findingsJson(result);
    case 'jsonl':
      return findingsJsonLines(result);
    case 'sarif':
      return sarif(result, describeRules());
    case 'github':
      return github(result);
    case 'junit':
      return junit(result, (finding) => isFailure(finding, failOn));
  }
}

async function scanLines(options: ScanOptions): Promise<number> {
  refuseUnlessLines(options.format);
  let failed = false;
  const complete = await answerJsonLines(options.inputJsonl!, options.out, async ({ text, path, trust }) => {
    const findings = await scanDocument({ text, path, trust });
    failed ||= fails(findings, options.failOn);
    return { schemaVersion: SCHEMA_VERSION, findings };
  });
  if (!complete) return EXIT.error;
  return failed ? EXIT.findings : EXIT.clean;
}
