import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../../src/prompts/readPrompt';
import { fillTemplate, refuseUnused, variablesIn } from '../../../../src/promptTests/prompt/fillTemplate';
import { writeMessages, writeText } from '../../../../src/promptTests/prompt/writePrompt';

const values = new Map([
  ['mail', 'Hello {{name}}'],
  ['name', 'Ines'],
]);

describe('variables', () => {
  it('are filled in once: a value that looks like one is not', () => {
    expect(fillTemplate('To {{ mail }}, {{name}}; ${input:name:who is it?}.', values)).toEqual([
      { text: 'To ' },
      { text: 'Hello {{name}}', variable: 'mail' },
      { text: ', ' },
      { text: 'Ines', variable: 'name' },
      { text: '; ' },
      { text: 'Ines', variable: 'name' },
      { text: '.' },
    ]);
  });

  it('without a value are refused, and values without a variable, with the nearest', () => {
    expect(() => fillTemplate('{{subject}}', values)).toThrow(
      'The prompt has a variable "subject", and the test gives it no value.',
    );
    const variables = variablesIn(['{{mail}} {{ name }}', '${input:topic}', '{{ not a name }} {name}']);
    expect([...variables]).toEqual(['mail', 'name', 'topic']);
    expect(() => refuseUnused(['mail', 'nmae'], variables)).toThrow(
      'The prompt has no variable "nmae". Did you mean "name"?',
    );
  });
});

/** Any text: quotes, line ends, characters of two units. */
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

it('places of variables hold their values, in a plain text and in messages', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, value, after) => {
      const pieces = [{ text: before }, { text: value, variable: 'v' }, { text: after }];
      const plain = writeText(pieces);
      const [place] = plain.places;
      expect(plain.text.slice(place!.range.start, place!.range.end)).toBe(value);

      const chat = writeMessages([
        { role: 'system', pieces: [{ text: 'Be kind.' }] },
        { role: 'tool', pieces },
      ]);
      const { format, segments } = readPrompt(chat.text, { path: chat.path! });
      expect(format).toBe('messages-json');
      expect(segments.map(({ role, content }) => [role, content])).toEqual([
        ['system', 'Be kind.'],
        ['tool', before + value + after],
      ]);
      const { start, end } = chat.places[0]!.range;
      expect(JSON.parse(`"${chat.text.slice(start, end)}"`)).toBe(value);
    }),
  );
});
