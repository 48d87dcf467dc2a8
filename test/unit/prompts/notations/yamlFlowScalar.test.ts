import { expect, it } from 'vitest';
import { writeFlowScalar } from '../../../../src/prompts/notations/yamlFlowScalar';
import { TextWriter, type WrittenText } from '../../../../src/prompts/writtenText';

/** The scalar whose inside is `raw`, as it is written for what the parser read. */
function written(raw: string, value: string, quote: string): WrittenText {
  const writer = new TextWriter(raw);
  writeFlowScalar(writer, raw, { start: 0, end: raw.length }, value, quote);
  return writer.finish(0, raw.length);
}

it.each(['', "'", '"'])(
  'a million blanks between two words are read at once, as they stand (quote %j)',
  (quote) => {
    // Trying each blank anew would take far longer than a test may.
    const raw = `a${' \t'.repeat(500_000)}b`;
    const { content, runs } = written(raw, raw, quote);
    expect(content).toBe(raw);
    expect(runs).toHaveLength(1);
  },
);

it.each([
  ['', 'a  \n  b', 'a b', [1, 6]],
  ["'", "a  \n\n b''c", "a\nb'c", [1, 6]],
  ['"', 'a\\  \t\n b', 'a  b', [1, 3]],
] as const)('blanks around a line end fold with it (quote %j, %j)', (quote, raw, value, [start, end]) => {
  const { content, runs } = written(raw, value, quote);
  expect(content).toBe(value);
  expect(runs[1]).toMatchObject({ sourceStart: start, sourceEnd: end });
});

it.each([
  ['\\x41', 'A'],
  ['\\u00e9', 'é'],
  ['\\U0001F600', '😀'],
  ['\\n', '\n'],
  ['\\"', '"'],
])('the escape %s stands for one character, its neighbours for themselves', (escape, said) => {
  const raw = `a${escape}b`;
  const { content, runs } = written(raw, `a${said}b`, '"');
  expect(content).toBe(`a${said}b`);
  expect(runs.map(({ sourceStart, sourceEnd }) => raw.slice(sourceStart, sourceEnd))).toEqual([
    'a',
    escape,
    'b',
  ]);
});
