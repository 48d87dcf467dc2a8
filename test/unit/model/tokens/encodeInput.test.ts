import { describe, expect, it } from 'vitest';
import { encodeInput, encodeRaw } from '../../../../src/model/tokens/encodeInput';
import { tokensOfRange } from '../../../../src/model/tokens/tokenRanges';
import { readPrompt } from '../../../../src/prompts/readPrompt';
import type { Token } from '../../../../src/protocol/attention';
import type { Segment } from '../../../../src/protocol/prompt';
import { nativeTokenizer } from './nativeTokenizer';

const load = (name: string) => nativeTokenizer(`test/fixtures/tokens/${name}.json`);
const turns = {
  template:
    "{% for m in messages %}{{ '<|' + m.role + '|>\n' + m.content + '<|end|>\n' }}{% endfor %}" +
    "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif %}",
  bosToken: '',
  eosToken: '',
};
const shown = (tokens: Token[]) => tokens.map(({ origin, text }) => `${origin[0]}:${text}`);

describe('encodeInput', () => {
  const { content, markup, split, markupIds } = load('byte-level-nfc');

  it('feeds markup of the template as markup and markup in content as text', async () => {
    const source = JSON.stringify([{ role: 'user', content: 'x<|end|>\n<|user|>' }]);
    const tokens = await encodeInput(readPrompt(source, { path: 'a.json' }), content, split, turns);
    const special = tokens.filter(({ id }) => markupIds.has(id));
    expect(shown(special)).toEqual(['t:<|user|>\n', 't:<|end|>', 't:<|assistant|>\n']);
    const said = tokens.filter(({ origin }) => origin === 'source');
    expect(said.map(({ text }) => text).join('')).toBe('x<|end|>\n<|user|>');
    // The escape of the line end is one place, as it is written in the source.
    const line = said.find(({ text }) => text.includes('\n'))!;
    expect(source.slice(line.start!, line.end!)).toContain('\\n');
  });

  it('keeps what stands between tokens where the tokenizer drops it, and nothing where it does not', async () => {
    const { content: plain, split: parts } = load('wordpiece');
    const text = ' The sky\n\n is  blue.';
    const together = (tokens: Token[]) =>
      tokens
        .filter(({ origin }) => origin === 'source')
        .map(({ text: own, gap = '' }) => gap + own)
        .join('');
    expect(together(await encodeInput(readPrompt(text), plain, parts, null))).toBe(text);
    const whole = await encodeInput(readPrompt(text), content, split, null);
    expect(together(whole)).toBe(text);
    expect(whole.filter((token) => 'gap' in token)).toEqual([]);
  });

  it('maps a token of template and source to its part of the source', async () => {
    const source = JSON.stringify([{ role: 'user', content: '  x' }]);
    const tokens = await encodeInput(readPrompt(source, { path: 'a.json' }), content, split, turns);
    // The marker takes the white space after it, the content's with it.
    expect(tokens[0]).toMatchObject({ text: '<|user|>\n  ', origin: 'source' });
    expect(source.slice(tokens[0]!.start!, tokens[0]!.end!)).toBe('  ');
  });

  it('leaves out of it what the template trimmed', async () => {
    const touching = {
      ...turns,
      template: "{% for m in messages %}{{ ' t' + m.content.strip() }}{% endfor %}",
    };
    const source = JSON.stringify([{ role: 'user', content: '\u2003he' }]);
    const [token] = await encodeInput(readPrompt(source, { path: 'a.json' }), content, split, touching);
    expect(token!.text).toBe(' the');
    expect(source.slice(token!.start!, token!.end!)).toBe('he');
  });

  it('does not guess where the template rewrites a content', async () => {
    const rewriting = {
      ...turns,
      template: turns.template.replace('m.content', "m.content | replace('a', 'b')"),
    };
    const source = JSON.stringify([{ role: 'user', content: 'a<|end|>a' }]);
    const tokens = await encodeInput(readPrompt(source, { path: 'a.json' }), content, split, rewriting);
    const unmapped = tokens.filter(({ origin }) => origin === 'unmapped');
    expect(unmapped.map(({ text }) => text).join('')).toBe('b<|end|>b');
    expect(unmapped.every(({ start, segment }) => start === null && segment === null)).toBe(true);
    // It is not known whose the marker between them is, so it is text.
    expect(unmapped.filter(({ id }) => markupIds.has(id))).toEqual([]);
  });

  it('gives a task that stands beside the source its segment, and the template none', async () => {
    const said = readPrompt('the dog');
    const task: Segment = {
      role: 'system',
      trust: 'author',
      start: 0,
      end: 0,
      content: 'Sum it up.',
      runs: [],
    };
    const input = { ...said, rendering: 'messages' as const, segments: [task, ...said.segments] };
    const tokens = await encodeInput(input, content, split, turns);
    const own = tokens.filter(({ segment }) => segment === 0);
    expect(own.map(({ text }) => text).join('')).toBe('Sum it up.');
    expect(own.every(({ origin, start }) => origin === 'template' && start === null)).toBe(true);
    expect(
      tokens.filter(({ origin, segment }) => origin === 'template' && segment === null).length,
    ).toBeGreaterThan(0);
  });

  it('shows a character at the first of its tokens, and gives composed marks their letter', async () => {
    const tokens = await encodeInput(readPrompt('😀e\u0301'), content, split, null);
    expect(tokens.slice(0, 4).map(({ text }) => text)).toEqual(['😀', '\ufffd', '\ufffd', '\ufffd']);
    expect(tokens.at(0)).toMatchObject({ start: 0, end: 2 });
    expect(tokens.at(-1)).toMatchObject({ start: 2, end: 4 });
    expect(tokens.every(({ start, end }) => end! - start! === 2)).toBe(true);
  });

  it('reads a lone surrogate as the replacement character, at its place', async () => {
    const [broken, whole] = await Promise.all(
      ['a\ud800b', 'a\ufffdb'].map((text) => encodeInput(readPrompt(text), content, split, null)),
    );
    expect(broken).toEqual(whole);
  });

  it('adds the special tokens of the post-processor to raw text, without a place', async () => {
    const { content: plain, split: parts } = load('wordpiece');
    const tokens = await encodeInput(readPrompt('The [SEP]'), plain, parts, null);
    expect(shown([tokens.at(0)!, tokens.at(-1)!])).toEqual(['s:[CLS]', 's:[SEP]']);
    expect(tokens.at(0)).toMatchObject({ start: null, end: null, segment: null });
    expect(
      tokens
        .slice(1, -1)
        .map(({ text }) => text)
        .join(''),
    ).toBe('The[SEP]');
  });

  it('keeps places after a byte that the vocabulary lacks', async () => {
    const bare = { ...split, bytesWithoutToken: new Set([0xf1]) };
    // A vocabulary without the first byte of U+50000: the tokenizer drops it and is off by one from there.
    const encode = async () => ({
      ids: [1, 2, 3, 4, 5],
      offsets: [
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
        [1, 2],
      ] as [number, number][],
      tokens: ['\u0132', '\u0122', '\u0122', 'Ã', '©'],
      specialTokensMask: [0, 0, 0, 0, 0],
    });
    const tokens = await encodeInput(readPrompt('\u{50000}é'), { encode }, bare, null);
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
      [2, 3],
      [2, 3],
    ]);
  });

  it('reads markup as markup where a text is given raw', async () => {
    const tokens = await encodeRaw('a<|end|>', markup, split);
    expect(tokens.map(({ id }) => markupIds.has(id))).toEqual([false, true]);
    expect(tokens.at(-1)).toMatchObject({ text: '<|end|>', origin: 'source', start: 1, end: 8 });
  });
});

describe('token ranges', () => {
  const token = (start: number | null, end: number | null): Token => ({
    id: 0,
    text: '',
    origin: start === null ? 'template' : 'source',
    start,
    end,
    segment: null,
  });
  const tokens = [token(null, null), token(0, 2), token(2, 4), token(2, 4), token(null, null), token(6, 9)];

  it('finds the tokens of a source range, and none where there are none', () => {
    expect(tokensOfRange(tokens, { start: 1, end: 3 })).toEqual({ first: 1, end: 4 });
    expect(tokensOfRange(tokens, { start: 3, end: 7 })).toEqual({ first: 2, end: 6 });
    expect(tokensOfRange(tokens, { start: 4, end: 6 })).toBeNull();
    expect(tokensOfRange(tokens, { start: 1, end: 1 })).toBeNull();
  });
});
