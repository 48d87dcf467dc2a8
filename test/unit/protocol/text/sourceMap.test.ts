import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentToSource, sourceToContent } from '../../../../src/protocol/text/sourceMap';
import { readPrompt } from '../../../../src/prompts/readPrompt';

describe('source map', () => {
  // Source: ab\n\u00e9d, content: ab, line feed, é, d; then a part that stands nowhere, then xy.
  const segment = {
    runs: [
      { contentStart: 0, contentEnd: 2, sourceStart: 10, sourceEnd: 12 },
      { contentStart: 2, contentEnd: 3, sourceStart: 12, sourceEnd: 14 },
      { contentStart: 3, contentEnd: 4, sourceStart: 14, sourceEnd: 20 },
      { contentStart: 4, contentEnd: 5, sourceStart: 20, sourceEnd: 21 },
      { contentStart: 5, contentEnd: 6, sourceStart: 21, sourceEnd: 21 },
      { contentStart: 6, contentEnd: 8, sourceStart: 40, sourceEnd: 42 },
    ],
  };

  it('maps verbatim runs unit by unit and others as a whole', () => {
    expect(contentToSource(segment, { start: 1, end: 2 })).toEqual({ start: 11, end: 12 });
    expect(contentToSource(segment, { start: 1, end: 3 })).toEqual({ start: 11, end: 14 });
    expect(contentToSource(segment, { start: 3, end: 7 })).toEqual({ start: 14, end: 41 });
  });

  it('has no place for what the source does not hold', () => {
    expect(contentToSource(segment, { start: 5, end: 6 })).toBeNull();
    expect(contentToSource(segment, { start: 1, end: 1 })).toBeNull();
  });

  it('maps the source to what was written in it, by the same runs', () => {
    expect(sourceToContent(segment, { start: 11, end: 12 })).toEqual({ start: 1, end: 2 });
    expect(sourceToContent(segment, { start: 13, end: 41 })).toEqual({ start: 2, end: 7 });
    expect(sourceToContent(segment, { start: 22, end: 30 })).toEqual({ start: 0, end: 0 });
  });

  it('leads back to every character of a message in JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '"', '\\', 'é', '😀', '\ud800', '\u2028', '/') }),
        (said) => {
          const text = JSON.stringify([{ role: 'user', content: said }]);
          const [segment] = readPrompt(text, { path: 'a.json' }).segments;
          expect(segment!.content).toBe(said);
          for (let i = 0; i < said.length; i++) {
            const { start, end } = contentToSource(segment!, { start: i, end: i + 1 })!;
            const written = text.slice(start, end);
            const escaped = written.startsWith('\\') || written === '"';
            expect(escaped ? JSON.parse(`"${written}"`) : written).toBe(said[i]);
          }
        },
      ),
    );
  });
});
