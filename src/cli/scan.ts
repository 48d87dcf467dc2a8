import { Command, Option } from 'commander';
import { scanDocument } from '../analysis/readDocument';
import { scanFiles } from '../analysis/scanFiles';
import { describeRules } from '../detection/describeRules';
import { SCHEMA_VERSION } from '../protocol/analysis';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import type { ScanResult } from '../protocol/scan';
import { findingsJson, findingsJsonLines } from '../report/findings/findingsJson';
import { findingsText } from '../report/findings/findingsText';
import { github } from '../report/findings/github';
import { junit } from '../report/findings/junit';
import { sarif } from '../report/findings/sarif';
import { answerJsonLines, inputLinesOption, refuseUnlessLines } from './jsonLines';
import { listFiles } from '../files/listFiles';
import { prompts } from '../files/prompts';
import { EXIT, failOnOption, fails, isFailure, type FailOn } from './outcome';
import { readSource } from '../files/readInput';
import { writeOutput } from './writeOutput';

const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'junit'] as const;

interface ScanOptions {
  inputJsonl?: string;
  format: (typeof FORMATS)[number];
  out?: string;
  failOn: FailOn;
  include?: string[];
  ignore: boolean;
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
    .option('--include <glob...>', 'files of folders to scan beside those that are prompts by their name')
    .option('--no-ignore', 'scan files of folders that .gitignore names, too')
    .addHelpText(
      'after',
      `
Examples:
  attnscope scan prompts/ AGENTS.md
  attnscope scan . --include "docs/**/*.txt" "mails/*.eml"
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
  const listing = await listFiles(paths, prompts, { include: options.include, ignored: options.ignore });
  const scanned = await scanFiles(listing.files, readSource);
  const errors = [...listing.errors, ...scanned.errors];
  for (const { error } of errors) process.stderr.write(`${error}\n`);
  for (const path of listing.outside)
    process.stderr.write(
      `${quoted(path)} was not scanned: it leads out of the folder. Name it to scan it.\n`,
    );
  const result: ScanResult = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version },
    files: scanned.files,
    ...(errors.length > 0 ? { errors } : {}),
  };
  await writeOutput(options.out, write(result, options));
  if (errors.length > 0) return EXIT.error;
  return scanned.files.some(({ findings }) => fails(findings, options.failOn)) ? EXIT.findings : EXIT.clean;
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
