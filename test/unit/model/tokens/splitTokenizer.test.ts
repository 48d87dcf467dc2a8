import { describe, expect, it } from 'vitest';
import { splitTokenizer } from '../../../../src/model/tokens/splitTokenizer';

const added = (id: number, content: string) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: true,
  special: true,
});
const file = {
  truncation: { max_length: 4 },
  padding: { strategy: { Fixed: 16 } },
  added_tokens: [added(0, '<unk>'), added(1, '<s>'), added(9, '  '), added(10, '<tool>')],
  pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'ByteLevel', trim_offsets: true }] },
  post_processor: { type: 'RobertaProcessing', trim_offsets: true },
  model: {
    type: 'BPE',
    unk_token: '<unk>',
    vocab: { '<unk>': 0, '<s>': 1, '<': 2, s: 3, '>': 4, '<s': 5, a: 6, as: 7 },
    merges: ['< s', '<s >', ['a', 's']],
  },
};

type Written = typeof file;

describe('splitTokenizer', () => {
  const { content, markup, markupTokens, bytesWithoutToken } = splitTokenizer(JSON.stringify(file));
  const forContent = JSON.parse(content) as Written;
  const sealed = new Map(markupTokens.map((token) => [token.text, token.sealed]));

  it('seals markup in list, vocabulary and merges, at its own id', () => {
    expect(markupTokens.map(({ text }) => text)).toEqual(['<unk>', '<s>', '<tool>']);
    expect(forContent.added_tokens.map(({ id, content: name }) => [id, name])).toEqual([
      [0, sealed.get('<unk>')],
      [1, sealed.get('<s>')],
      [9, '  '],
      [10, sealed.get('<tool>')],
    ]);
    expect(forContent.model.vocab).toMatchObject({ [sealed.get('<s>')!]: 1, '<s': 5 });
    expect(Object.keys(forContent.model.vocab)).not.toContain('<s>');
    expect(forContent.model.unk_token).toBe(sealed.get('<unk>'));
    expect(forContent.model.merges).toEqual(['< s', ['a', 's']]);
  });

  it('gives names that nobody can write into a prompt', () => {
    const other = splitTokenizer(JSON.stringify(file)).markupTokens[0]!.sealed;
    expect(sealed.get('<unk>')).toMatch(/^[0-9a-f]{32}\.0\.$/);
    expect(other).not.toBe(sealed.get('<unk>'));
  });

  it('makes offsets exact and texts whole in both', () => {
    for (const json of [content, markup()]) {
      const { truncation, padding, pre_tokenizer, post_processor } = JSON.parse(json) as Written;
      expect([truncation, padding, post_processor.trim_offsets]).toEqual([null, null, false]);
      expect(pre_tokenizer.pretokenizers[0]!.trim_offsets).toBe(false);
    }
    expect((JSON.parse(markup()) as Written).added_tokens).toEqual(file.added_tokens);
  });

  it('knows the bytes that a byte-level vocabulary lacks', () => {
    expect(bytesWithoutToken.has('b'.charCodeAt(0))).toBe(true);
    expect(bytesWithoutToken.has('a'.charCodeAt(0))).toBe(false);
    expect(splitTokenizer(JSON.stringify({ ...file, pre_tokenizer: null })).bytesWithoutToken.size).toBe(0);
  });

  it('seals the pieces of a vocabulary with scores too', () => {
    const scores = {
      ...file,
      model: {
        type: 'Unigram',
        unk_id: 0,
        vocab: [
          ['<unk>', 0],
          ['<s>', -1],
          ['a', -2],
        ],
      },
    };
    const split = splitTokenizer(JSON.stringify(scores));
    const { vocab } = (JSON.parse(split.content) as typeof scores).model;
    expect(vocab).toEqual([
      [split.markupTokens[0]!.sealed, 0],
      [split.markupTokens[1]!.sealed, -1],
      ['a', -2],
    ]);
  });

  it.each(['', '{}', '[1]', '{"model": 3}', '{"model": {"vocab": {}}, "added_tokens": [{"id": "x"}]}'])(
    'refuses %j in one paragraph',
    (json) => {
      expect(() => splitTokenizer(json)).toThrow(/^The model's tokenizer.json cannot be read[^\n]+$/);
    },
  );
});
