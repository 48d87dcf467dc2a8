import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCsv, type Separator } from '../../../../src/prompts/formats/parseCsv';
import { TextWriter } from '../../../../src/prompts/writtenText';

const values = (text: string, separator: Separator = ',') =>
  parseCsv(text, separator)?.map((row) => row.map(({ value }) => value));

it.each<[string, Separator, string[][]]>([
  [
    'a,b\r\nc,"d, ""e""\nf"\r\n',
    ',',
    [
      ['a', 'b'],
      ['c', 'd, "e"\nf'],
    ],
  ],
  [
    '\ufeffa;b\n;c',
    ';',
    [
      ['a', 'b'],
      ['', 'c'],
    ],
  ],
  ['a\tb\n\n"c"\t', '\t', [['a', 'b'], ['c']]],
  ['a,"",b', ',', [['a', '', 'b']]],
])('reads %j', (text, separator, rows) => expect(values(text, separator)).toEqual(rows));

it.each(['a,"b', 'a,"b"c,d', '"'])('is no table: %j', (text) => expect(values(text)).toBeUndefined());

it('finds any text in its cell, each sign at its place', () => {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
      const read = parseCsv(text, ',')!;
      expect(read.map((row) => row.map(({ value }) => value))).toEqual(rows);
      for (const { start, end, value, write } of read.flat()) {
        const writer = new TextWriter(text);
        write(writer);
        const { content, runs } = writer.finish(start, end);
        expect(content).toBe(value);
        for (const run of runs) {
          const source = text.slice(run.sourceStart, run.sourceEnd);
          expect(source.replaceAll('""', '"')).toBe(content.slice(run.contentStart, run.contentEnd));
        }
      }
    }),
  );
});

it('is read in time, whatever it holds', () => {
  const start = performance.now();
  for (const text of ['"'.repeat(3_000_001), ','.repeat(1_000_000), '"a",\n'.repeat(300_000)])
    parseCsv(text, ',');
  expect(performance.now() - start).toBeLessThan(5_000);
});
