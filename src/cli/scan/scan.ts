import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { AttnscopeError } from '../../protocol/errors';
import { inputLinesOption } from '../jsonLines';
import { failOnOption } from '../outcome';
import { FORMATS, type ScanOptions } from './options';
import { scanLines } from './scanLines';
import { scanPaths } from './scanPaths';

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
    .option('--config <file>', 'settings to take, instead of the nearest .attnscope.json')
    .option('--no-config', 'take no settings')
    .option('--baseline <file>', 'findings that are known: they do not count')
    .option('--write-baseline <file>', 'write what is found as known, with --reason')
    .option('--reason <text>', 'why what --write-baseline writes may stay')
    .option('--new-only', 'leave out what the baseline knows')
    .option('--since <revision>', 'only changed lines, from where this git revision and the work tree part')
    .addHelpText(
      'after',
      `
Examples:
  attnscope scan prompts/ AGENTS.md
  attnscope scan . --include "docs/**/*.txt" "mails/*.eml"
  attnscope scan --format sarif --out findings.sarif .
  attnscope scan . --write-baseline .attnscope-baseline.json --reason "there before we began"
  attnscope scan . --baseline .attnscope-baseline.json --new-only
  attnscope scan . --since origin/main --format github
  attnscope scan --input-jsonl mails.jsonl --format jsonl --fail-on error`,
    )
    .action(async (paths: string[], options: ScanOptions) => {
      if ((paths.length === 0) === (options.inputJsonl === undefined)) {
        throw new AttnscopeError(
          'bad-input',
          'Name files or folders to scan (. for this folder), or --input-jsonl, not both.',
        );
      }
      // What is new stays small, since texts are given up one after the other: without this the engine of Node 20 takes
      // 20 MB more for it in a long run. A newer one passes over the word.
      setFlagsFromString('--semi-space-growth-factor=1');
      process.exitCode =
        options.inputJsonl === undefined
          ? await scanPaths(paths, options, toolVersion)
          : await scanLines(options.inputJsonl, options);
    });
}
