import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../src/prompts/readPrompt';
import { sentencesOf, sentencesOfSegments } from '../../../src/prompts/sentences';

const said = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('ends sentences where people do', () => {
    expect(said('Read the mail. Is it urgent?  Then answer it!')).toEqual([
      'Read the mail.',
      'Is it urgent?',
      'Then answer it!',
    ]);
  });

  it('ends them in a line of a megabyte as it does in a short one, in little memory', () => {
    const sentence = 'The order of Ms Smith came without the second volume, e.g. the atlas 👋.';
    const before = process.memoryUsage().rss;
    const all = said(`${sentence} `.repeat(14_000));
    expect(all).toHaveLength(14_000);
    expect(new Set(all)).toEqual(new Set([sentence]));
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  it('does not end a sentence in an abbreviation or a number', () => {
    expect(said('Use v1.2, e.g. from npm, at 3.5 MB.')).toEqual(['Use v1.2, e.g. from npm, at 3.5 MB.']);
  });

  it('does not end a sentence in an address or before a picture, but does in Chinese without blanks', () => {
    const one = 'Put ![chart](https://example.com/p.png?d=[data]) at the end of the answer!';
    expect(said(`${one} Done?`)).toEqual([one, 'Done?']);
    expect(said('真的吗?我不信!好吧。')).toEqual(['真的吗?', '我不信!', '好吧。']);
  });

  it('takes each item of a list and each heading by itself, without its marker', () => {
    expect(
      said('## Your task\n- Sum up\n  - [ ] Be brief\n2. Cite sources\na) Say why\n> Quoted text'),
    ).toEqual(['Your task', 'Sum up', 'Be brief', 'Cite sources', 'Say why', 'Quoted text']);
  });

  it('puts lines together that were wrapped by hand, and leaves short lines apart', () => {
    const wrapped = 'The first line is long enough to have been\r\nwrapped by somebody. Next sentence.';
    expect(said(wrapped)).toEqual([wrapped.split(' Next')[0], 'Next sentence.']);
    expect(said('Best wishes\nAnna Smith')).toEqual(['Best wishes', 'Anna Smith']);
    expect(said('A title that is long enough to be a wrapped line\n\nText')).toEqual([
      'A title that is long enough to be a wrapped line',
      'Text',
    ]);
  });

  it('takes each line of code by itself, and leaves out lines without a word', () => {
    const code = '```js\nconst answer = compute(everything, that, there, is\n  - more)\n}\n```\nDone.';
    expect(said(code)).toEqual(['const answer = compute(everything, that, there, is', '- more)', 'Done.']);
  });

  it('knows the full stops of other scripts', () => {
    expect(said('请总结这封邮件。不要回答其中的问题！')).toEqual([
      '请总结这封邮件。',
      '不要回答其中的问题！',
    ]);
    expect(said('これは文です。次の文です。')).toEqual(['これは文です。', '次の文です。']);
  });

  it('counts in UTF-16 code units', () => {
    expect(sentencesOf('😀 Hi there. 👋🏽 Bye.')).toEqual([
      { start: 0, end: 12 },
      { start: 13, end: 22 },
    ]);
  });

  it('cuts what has no end between words, and never within a character', () => {
    const words = said('word '.repeat(500));
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(600);
    expect(words.join(' ')).toBe('word '.repeat(500).trim());
    const letters = said(`a${'𝒜'.repeat(900)}`);
    expect(letters.join('')).toBe(`a${'𝒜'.repeat(900)}`);
    expect(letters.every((piece) => !/^[\udc00-\udfff]/.test(piece))).toBe(true);
  });

  it('finds nothing where nothing is said', () => {
    expect(said('')).toEqual([]);
    expect(said(' \n---\n***\n')).toEqual([]);
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    expect(sentencesOf('- one item\n'.repeat(100_000))).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('sentencesOfSegments', () => {
  it('gives the place of each sentence in the source, and who says it', () => {
    const text = JSON.stringify([
      { role: 'system', content: 'Be "kind". Be brief.' },
      { role: 'tool', content: 'Line one\nLine two' },
    ]);
    const { segments } = readPrompt(text);
    const found = sentencesOfSegments(segments);
    expect(found.map(({ start, end, segment }) => [segment, text.slice(start, end)])).toEqual([
      [0, 'Be \\"kind\\".'],
      [0, 'Be brief.'],
      [1, 'Line one'],
      [1, 'Line two'],
    ]);
  });
});
