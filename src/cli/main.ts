import { Command, CommanderError } from 'commander';
import { toolVersion } from './paths';
import { toWireError } from '../protocol/errors';
import { plainText } from '../protocol/plainText';
import { analyzeCommand } from './analyze/analyze';
import { calibrateCommand } from './calibrate/calibrate';
import { compareCommand } from './compare/compare';
import { doctorCommand } from './doctor/doctor';
import { extractCommand } from './extract';
import { getCommand } from './get/get';
import { monitorCommand } from './monitor/monitor';
import { EXIT } from './outcome';
import { parserMessage } from './parserMessage';
import { scanCommand } from './scan/scan';
import { studyCommand } from './study/study';
import { tapCommand } from './tap';
import { testCommand } from './test';
import { isGone, outputError } from './writeOutput';

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
  attnscope test prompts/                   run the tests of prompts in a folder
  attnscope study --out study.html          how jailbreaks and injections differ from normal prompts

Exit codes: 0 no finding at or above --fail-on, 1 findings at or above it, 2 an error or an incomplete run.`,
  )
  .addCommand(scanCommand(version))
  .addCommand(analyzeCommand(version))
  .addCommand(compareCommand(version))
  .addCommand(calibrateCommand())
  .addCommand(doctorCommand())
  .addCommand(extractCommand())
  .addCommand(getCommand())
  .addCommand(tapCommand())
  .addCommand(testCommand(version))
  .addCommand(monitorCommand(version))
  .addCommand(studyCommand(version));

for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
  const name = fullName(command);
  command.exitOverride().configureOutput({
    outputError: (text, write) => write(`${onOneLine(parserMessage(text, name))}\n`),
  });
}

/** As it is typed: `attnscope monitor fit`. */
function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

function onOneLine(text: string): string {
  return plainText(text.trim().replace(/\s+/g, ' '), LONGEST_MESSAGE);
}

let failed = false;

/** Tells what went wrong, the first time: what follows from it need not be told too. */
function fail(error: unknown): void {
  process.exitCode = EXIT.error;
  if (failed) return;
  failed = true;
  process.stderr.write(`${onOneLine(toWireError(error).message)}\n`);
}

process.stdout.on('error', (error) => {
  // A reader that closes early (`| head`) is not an error: the exit code stays that of the work.
  if (!isGone(error)) fail(outputError(error));
});

// Results count even where nobody reads what is told beside them.
process.stderr.on('error', () => undefined);

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    fail(error);
    process.exit();
  });
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    // Help and version are not errors; everything else was already told on stderr.
    if (error.exitCode !== 0) process.exitCode = EXIT.error;
    return;
  }
  fail(error);
  // What was interrupted may still wait, for example for standard input.
  if (toWireError(error).code === 'cancelled') process.exit();
});
