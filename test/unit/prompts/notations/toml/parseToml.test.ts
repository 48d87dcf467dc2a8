import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml } from '../../../../../src/prompts/notations/toml/parseToml';
import { stringsIn } from '../../../../../src/prompts/notations/stringsIn';

/** The strings of a document by the names that lead to them. */
function strings(text: string): Record<string, string> | null {
  const document = parseToml(text);
  return (
    document &&
    Object.fromEntries(
      [...stringsIn(document.root)].map(({ path, string }) => [path.join('/'), string.value]),
    )
  );
}

const document = String.raw`# Settings
title = "A \"quoted\"\ttitle \u00e9 \U0001F600" # and so on
"key with blanks".'dotted'.bare = 'C:\path'
n = 1_000
when = 1979-05-27 07:32:00Z
flags = [ true, "on", # a comment
  ['a', "b"],
]
inline = { a = "x", b.c = 'y' }

[tools.mail]
description = """
First line.\
   Goes on, with ""two"" quotes."""
raw = '''
It's \n as it stands'''

[[agents]]
name = "one"
[agents.deep]
system = """""Quoted""""" # five
[[agents]]
name = ""
`;

it('finds each string under its name, as it is meant', () => {
  expect(strings(document)).toEqual({
    title: 'A "quoted"\ttitle é 😀',
    'key with blanks/dotted/bare': 'C:\\path',
    'flags/1': 'on',
    'flags/2/0': 'a',
    'flags/2/1': 'b',
    'inline/a': 'x',
    'inline/b/c': 'y',
    'tools/mail/description': 'First line.Goes on, with ""two"" quotes.',
    'tools/mail/raw': "It's \\n as it stands",
    'agents/0/name': 'one',
    'agents/0/deep/system': '""Quoted""',
    'agents/1/name': '',
  });
});

it('keeps where each stands, with its quotes and without', () => {
  for (const { start, end, written, value } of parseToml(document)!.strings) {
    expect(document.slice(written.start, written.end)).toMatch(/^(["'])[^]*\1$/);
    if (!value.includes('Goes on')) continue;
    expect(document.slice(start, end)).toMatch(/^First line\.\\\n {3}Goes on, with ""two"" quotes\.$/);
  }
});

it('reads back what JSON writes as a string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
      const text = `a = ${JSON.stringify(one)}\r\nb.c = [${JSON.stringify(other)}]`;
      expect(strings(text)).toEqual({ a: one, 'b/c/0': other });
    }),
  );
});

describe('is no TOML', () => {
  it.each([
    'Just words.',
    'a = ',
    'a = "x',
    'a = "x\ny"',
    'a = """x""',
    'a = "x" b = "y"',
    'a = 1\na = 2',
    '[a\nb = 1',
    'a = [1',
    'a = {b = "x"',
    '{"a": "b"}',
    `a = ${'['.repeat(10_000)}`,
    'a = "x"\n[a]\nb = 1',
  ])('%j', (text) => expect(parseToml(text)).toBeNull());
});

it('is read in time, whatever it holds', () => {
  const start = performance.now();
  for (const part of ['a = "', '[[a]]\n', '"""', '# \n', '\\', "'", 'a.', '[', '{a=']) {
    parseToml(`x = """${part.repeat(100_000)}`);
    parseToml(part.repeat(100_000));
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});
