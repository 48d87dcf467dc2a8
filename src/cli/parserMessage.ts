/**
 * What the parser of the command line says, in words: without the placeholders of its options
 * (`--out <file>`), which a terminal line shows as `--out ?file?`, and with the place to look.
 * `command` is the full name, e.g. `attnscope extract`.
 */
export function parserMessage(text: string, command: string): string {
  const [first = '', ...more] = text
    .replace(/^error: /, '')
    .replace(/'(?:-\w, )?(--[\w-]+) [<[][^']*'/g, "'$1'")
    .trim()
    .split('\n');
  const said = sayings.reduce((words, [pattern, saying]) => words.replace(pattern, saying), first);
  // What follows on a line of its own is a guess at what was meant.
  const whole = [said, ...more].join(' ').replace(/([^.?)])$/, '$1.');
  return `${whole} Run "${command} --help" to see what it takes.`;
}

const sayings: readonly [RegExp, string][] = [
  [/^option '(\S+)' argument missing$/, '$1 needs a value after it.'],
  [/^required option '(\S+)' not specified$/, '$1 is missing; the command needs it.'],
  [/^missing required argument '(\S+)'$/, 'The argument "$1" is missing; the command needs it.'],
  [
    /^too many arguments(?: for '\S+')?\. Expected 0 arguments but got \d+\.?$/,
    'The command takes options alone.',
  ],
  [
    /^too many arguments(?: for '\S+')?\. Expected (\d+) arguments? but got (\d+)\.?$/,
    'These are too many arguments: $2 in place of at most $1.',
  ],
  [
    /^option '(\S+)' argument '([^]*)' is invalid\. Allowed choices are (.*)\.$/,
    "$1 cannot be '$2'. It takes one of: $3.",
  ],
  [
    /^option '(\S+)' cannot be used with option '(\S+)'$/,
    '$1 and $2 cannot be used together: give one of them.',
  ],
];
