import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStarts, positionAt } from '../../../src/prompts/positions';

describe('positionAt', () => {
  it('counts lines and columns from 1 and columns in UTF-16 code units', () => {
    const text = 'ab\r\n😀c\rd\n\ne';
    const starts = lineStarts(text);
    const places = ['b', '\r\n', '😀', 'c', 'd', 'e'].map((s) => {
      const { line, column } = positionAt(starts, text.indexOf(s));
      return `${line}:${column}`;
    });
    expect(places).toEqual(['1:2', '1:3', '2:1', '2:3', '3:1', '5:1']);
    expect(positionAt(starts, text.length)).toEqual({ line: 5, column: 2 });
    expect(positionAt(lineStarts(''), 0)).toEqual({ line: 1, column: 1 });
  });

  it('agrees with counting line ends one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '😀') }), (text) => {
        const starts = lineStarts(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset);
          // Between the two halves of CRLF the line has not ended.
          const lines = (
            text[offset - 1] === '\r' && text[offset] === '\n' ? before.slice(0, -1) : before
          ).split(/\r\n|\r|\n/);
          expect(positionAt(starts, offset).line).toBe(lines.length);
        }
      }),
    );
  });
});
