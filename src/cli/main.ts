import { Command, CommanderError } from 'commander';
import { toolVersion } from './paths';
import { toWireError } from '../protocol/errors';
import { plainText } from '../protocol/plainText';
import { analyzeCommand } from './analyze';
import { extractCommand } from './extract';
import { EXIT } from './outcome';
import { scanCommand } from './scan';

/** Longest message on the terminal, UTF-16 code units: one paragraph. */
const LONGEST_MESSAGE = 1500;

const version = toolVersion();

const program = new Command('attnscope')
  .description(
    'Shows what a language model attends to in a prompt, and warns of injection phrases where they stand.',
  )
  .version(version)
  .addHelpText(
    'after',
    `
Examples:
  attnscope scan .                          look for injection phrases in the prompt files of a folder
  attnscope scan --format sarif . > r.sarif the same for a code scanning service
  attnscope analyze my.prompt.md            what the bundled model attends to in a prompt
  attnscope analyze my.prompt.md --format html --out report.html

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 an error or an incomplete run.`,
  )
  .addCommand(scanCommand(version))
  .addCommand(analyzeCommand(version))
  .addCommand(extractCommand());

for (const command of [program, ...program.commands]) {
  command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(plainText(text.trim(), LONGEST_MESSAGE) + '\n') });
}

// A reader that closes early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.clean);
  throw error;
});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    // Help and version are no errors; everything else was already told on stderr.
    process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.error;
    return;
  }
  process.stderr.write(`${plainText(toWireError(error).message, LONGEST_MESSAGE)}\n`);
  process.exitCode = EXIT.error;
});
