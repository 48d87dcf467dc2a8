import { Command, Option } from 'commander';
import { glob } from 'tinyglobby';
import { scanText } from '../analysis/scanText';
import { describeRules } from '../detection/describeRules';
import { promptFileGlobs } from '../prompts/promptFiles';
import { SCHEMA_VERSION } from '../protocol/analysis';
import { AttnscopeError, toWireError } from '../protocol/errors';
import type { Finding } from '../protocol/finding';
import { plainText } from '../protocol/plainText';
import type { ScanResult } from '../protocol/scan';
import { findingsJson, findingsJsonLines } from '../report/findingsJson';
import { findingsText } from '../report/findingsText';
import { github } from '../report/github';
import { junit } from '../report/junit';
import { sarif } from '../report/sarif';
import { EXIT, failOnOption, fails, type FailOn } from './outcome';
import { answerJsonLines } from './jsonLines';
import { isFolder, readText } from './readInput';
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
    .addOption(
      new Option(
        '--input-jsonl <file>',
        'one {"id", "text", "path"?, "trust"?} a line; - for standard input',
      ),
    )
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
  const errors: NonNullable<ScanResult['errors']> = [];
  for (const path of await listFiles(paths)) {
    try {
      const text = await readText(path);
      files.push({ path, findings: scanText(text, path === '-' ? {} : { path }).findings });
    } catch (error) {
      const message = plainText(toWireError(error).message, LONGEST_ERROR);
      process.stderr.write(`${message}\n`);
      errors.push({ path, error: message });
    }
  }
  const result: ScanResult = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version },
    files,
    ...(errors.length > 0 ? { errors } : {}),
  };
  await writeOutput(options.out, write(result, options.format));
  if (errors.length > 0) return EXIT.error;
  const findings = files.flatMap((file) => file.findings);
  return fails(findings, options.failOn) ? EXIT.findings : EXIT.clean;
}

/** The files named, and the prompt files of the folders named, each once. */
async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    if (path === '-' || !(await isFolder(path))) found.add(path);
    else for (const file of await promptFilesOf(path)) found.add(file);
  }
  if (found.size === 0)
    process.stderr.write('No prompt files in these folders. Name a file to scan it whatever it is called.\n');
  return [...found];
}

async function promptFilesOf(folder: string): Promise<string[]> {
  const files = await glob([...promptFileGlobs], {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const base = folder.replace(/\/+$/, '');
  return files.sort().map((file) => (base === '.' || base === '' ? file : `${base}/${file}`));
}

function write(result: ScanResult, format: ScanOptions['format']): string {
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
      return junit(result);
  }
}

async function scanLines(options: ScanOptions): Promise<number> {
  if (options.format !== 'jsonl' && options.format !== 'text') {
    throw new AttnscopeError(
      'bad-input',
      `Lines in give lines out: use --format jsonl with --input-jsonl, not ${options.format}.`,
    );
  }
  const all: Finding[] = [];
  const complete = await answerJsonLines(options.inputJsonl!, options.out, ({ text, path, trust }) => {
    const { findings } = scanText(text, { ...(path ? { path } : {}), ...(trust ? { trust } : {}) });
    all.push(...findings);
    return { findings };
  });
  if (!complete) return EXIT.error;
  return fails(all, options.failOn) ? EXIT.findings : EXIT.clean;
}
