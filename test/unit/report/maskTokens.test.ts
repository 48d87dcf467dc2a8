import { expect, it } from 'vitest';
import { maskTokens } from '../../../src/report/maskTokens';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const { result } = makeAnalysis({ tokens: 24 });
/**
 * A template may do more to a content than trim it: then its words stand in tokens that have no place in the
 * source.
 */
const tokens = result.tokens.map((token, i) =>
  i === 5 ? { ...token, origin: 'unmapped' as const, start: null, end: null, segment: null } : token,
);
tokens[0] = { ...tokens[0]!, origin: 'special' };
// What stands between tokens may be more than blanks: some tokenizers drop characters.
tokens[7] = { ...tokens[7]!, gap: '\n secret\u200b' };
const shown = maskTokens({ ...result, tokens });

it('hides the words of the prompt, those of unmapped tokens too, and shows what the template wrote', () => {
  expect(new Set(tokens.map(({ origin }) => origin))).toEqual(
    new Set(['source', 'template', 'special', 'unmapped']),
  );
  const texts = tokens.map(({ origin, text }) => (['source', 'unmapped'].includes(origin) ? '…' : text));
  expect(shown.tokens.map(({ text }) => text)).toEqual(texts);
});

it('hides what stands between tokens, but not that something does', () => {
  expect(shown.tokens.flatMap(({ gap }) => gap ?? [])).toEqual([' ']);
});

it('leaves everything else as it is', () => {
  const rest = (all: typeof tokens) => all.map((token) => ({ ...token, text: '', gap: undefined }));
  expect({ ...shown, tokens: rest(shown.tokens) }).toEqual({ ...result, tokens: rest(tokens) });
});
