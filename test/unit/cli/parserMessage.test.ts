import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { parserMessage } from '../../../src/cli/parserMessage';

/** What the parser says about these arguments, in words. */
function said(...args: string[]): string {
  let text = '';
  const command = new Command('extract')
    .argument('<model>')
    .addOption(new Option('--inputs <file>').conflicts('text'))
    .option('--text <file>')
    .requiredOption('-o, --out <file>')
    .addOption(new Option('--reduce <how>').choices(['none', 'head-mean']))
    .option('--threads [number]')
    .exitOverride()
    .configureOutput({ outputError: (message) => (text = parserMessage(message, 'attnscope extract')) });
  expect(() => command.parse(args, { from: 'user' })).toThrow();
  return text;
}

describe('a mistake on the command line is told in words', () => {
  it.each([
    [['m', '--reduce', 'x', '--out', 'o'], "--reduce cannot be 'x'. It takes one of: none, head-mean."],
    [['m', '--out', 'o', '--reduce'], '--reduce needs a value after it.'],
    [['m'], '--out is missing; the command needs it.'],
    [['--out', 'o'], 'The argument "model" is missing; the command needs it.'],
    [
      ['m', '--out', 'o', '--inputs', 'i', '--text', 't'],
      '--inputs and --text cannot be used together: give one of them.',
    ],
    [['m', '--out', 'o', '--otu', 'x'], "unknown option '--otu' (Did you mean --out?)"],
    [['m', 'n', '--out', 'o'], 'These are too many arguments: 2 in place of at most 1.'],
  ])('%j', (args, words) => {
    expect(said(...args)).toBe(`${words} Run "attnscope extract --help" to see what it takes.`);
  });
});
