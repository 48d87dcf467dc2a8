import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../../src/prompts/fieldNames';
import { hasSign } from '../../../src/prompts/files/signs';
import { readPrompts } from '../../../src/prompts/readPrompts';

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** The ways in which programs write a name. */
function written(words: string): Set<string> {
  const [first = '', ...others] = words.split(' ');
  return new Set([
    first + others.map(capital).join(''),
    capital(first) + others.map(capital).join(''),
    words.replaceAll(' ', '_'),
    words.replaceAll(' ', '-'),
    words.replaceAll(' ', '_').toUpperCase(),
  ]);
}

describe.each(fieldNames)('a field of the list: $words', ({ words, use, tells }) => {
  it.each([...written(words)])(
    'is read as a prompt, and tells its file as the list says: %s',
    async (name) => {
      for (const [path, text] of [
        ['a.json', JSON.stringify({ [name]: 'Be kind.' })],
        ['a.yaml', `${name}: Be kind.\n`],
        ['a.toml', `${name} = "Be kind."\n`],
      ] as const) {
        const { prompts } = await readPrompts(text, { path });
        const segments = prompts.flatMap((prompt) => prompt.segments);
        // What a user asks is the prompt of the file's author where it stands alone.
        const role = use === 'user' ? 'prompt' : use;
        expect(segments.map((segment) => [segment.role, segment.content])).toEqual([[role, 'Be kind.']]);
        expect(hasSign(text, 'fields of a prompt')).toBe(tells === 'alone');
      }
      const long = `${name} = """\nBe kind.\n"""\n`;
      expect(hasSign(long, 'fields of a prompt')).toBe(tells !== undefined);
    },
  );
});
