import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_FILE } from '../../../../src/promptTests/read/notation';
import { readTestFile } from '../../../../src/promptTests/read/readTestFile';
import { inWords } from '../../../../src/protocol/sentence';

/** What is said of a text that is no test file: something, on lines that it has, in bounded words. */
function refusal(text: string): string[] {
  const { tests, problems } = readTestFile(text);
  const lines = text.split('\n').length;
  expect(tests).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, column, endLine, endColumn, sentences } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(endLine).toBeLessThanOrEqual(lines + 1);
    expect(endLine > line || endColumn >= column).toBe(true);
    expect(inWords(sentences).length).toBeLessThan(1000);
  }
  return problems.map(({ sentences }) => inWords(sentences));
}

const good = `prompts:
  a:
    text: Hello {{x}}
    variables: {x: y}
tests:
  - name: n
    expect:
      - attention: {to: x, atLeast: 20 %}
      - kl: {mask: x, atMost: 1}
`;

describe('a hostile test file is refused in time, whatever it is', () => {
  it('an anchor that would grow to billions', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let depth = 0; depth < 30; depth++) {
      const [last, next] = [String.fromCharCode(97 + depth), String.fromCharCode(98 + depth)];
      bomb.push(`${next}: &${next} [${Array(9).fill(`*${last}`).join(', ')}]`);
    }
    expect(refusal(bomb.slice(0, 24).join('\n'))[0]).toMatch(/^Anchors and aliases/);
  });

  it('a value that holds itself', () => {
    expect(refusal('prompts: &p\n  a: *p\ntests: []\n')[0]).toMatch(/^Anchors and aliases/);
  });

  it('brackets and maps nested ten thousand deep', () => {
    expect(refusal('['.repeat(10_000)).join()).toMatch(/nested too deeply|not YAML/);
    expect(refusal(`${'['.repeat(3000)}${']'.repeat(3000)}`).join()).toMatch(/nested too deeply/);
    expect(refusal('{"a":'.repeat(200) + '1' + '}'.repeat(200)).join()).toMatch(/nested too deeply/);
  });

  it('more text than is read', () => {
    expect(refusal(`${good}#${'x'.repeat(LONGEST_FILE)}`)).toEqual([
      `The file is longer than ${LONGEST_FILE.toLocaleString('en')} characters. Divide it.`,
    ]);
  });

  it('forty thousand keys', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n');
    const started = performance.now();
    expect(refusal(keys).length).toBeLessThan(100);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('names of what every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(refusal(good.replace('atLeast', name)).join()).toContain(name);
      expect(
        refusal(good.replace('  a:', `  ${name}:`).replace('- name: n', '- name: n\n    prompt: a')).join(),
      ).toMatch(/No prompt is called "a"/);
    }
    expect(({} as Record<string, unknown>)['text']).toBeUndefined();
  });
});

it('any change of a test file leaves a test file or a refusal, never an exception', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: good.length }),
      fc.integer({ min: 0, max: 30 }),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          '\t',
          '&a ',
          '*a',
          '!!int ',
          '? ',
          '- ',
          ': ',
          '|\n',
          '>',
          '{',
          '[',
          '"',
          '\u0000',
          '<<: ',
          '\r',
          '---\n',
          '%',
        ),
      ),
      (at, cut, put) => {
        const text = good.slice(0, at) + put + good.slice(at + cut);
        const { tests, problems } = readTestFile(text);
        expect(tests.length > 0).toBe(problems.length === 0);
        for (const { expectations } of tests) expect(expectations.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});
