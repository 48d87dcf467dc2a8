import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tokenizer } from 'tokenizers';
import { describe, expect, test } from 'vitest';
import { preTokenizers } from '../../../../../src/model/gguf/tokenizer/preTokenizers';
import { tokenizerFiles } from '../../../../../src/model/gguf/tokenizer/tokenizerFiles';

interface Case {
  tokens: string[];
  scores: number[];
  types: number[];
  prefix: boolean;
  texts: { text: string; ids: number[] }[];
}
/** By `test/oracle/sentencePieces.py`. */
const fixture = path.resolve(import.meta.dirname, '../../../../fixtures/gguf/sentencePiece.json');
const cases = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, Case>;

const metadata = (kind: string, fields: Record<string, unknown>): Record<string, unknown> => ({
  'tokenizer.ggml.model': kind,
  ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`tokenizer.ggml.${key}`, value])),
});

describe('a vocabulary of SentencePiece', () => {
  test.each(Object.entries(cases))('%s: texts fall into the tokens of SentencePiece', async (_, one) => {
    const made = tokenizerFiles(
      metadata('llama', {
        tokens: one.tokens,
        scores: one.scores,
        token_type: one.types,
        add_space_prefix: one.prefix,
        bos_token_id: 1,
      }),
      64,
    );
    if ('problem' in made) throw new Error(made.problem);
    const tokenizer = Tokenizer.fromString(made.files['tokenizer.json']!);
    for (const { text, ids } of one.texts) {
      // A text that looks like a token of control is not one here; the model's own encoder sees to that.
      if (text.includes('</s>')) continue;
      const encoding = await tokenizer.encode(text, null, { addSpecialTokens: false });
      expect(encoding.getIds(), JSON.stringify(text)).toEqual(ids);
    }
    const [bos] = (await tokenizer.encode('Read')).getIds();
    expect(bos).toBe(1);
  });

  test('without a score for each token is told', () => {
    const made = tokenizerFiles(metadata('llama', { tokens: ['a', 'b'], scores: [0] }), 64);
    expect(made).toEqual({ problem: 'the file has no score for each of its tokens' });
  });
});

interface PreTokenized {
  tokens: string[];
  merges: string[];
  texts: string[];
  ids: Record<string, number[][]>;
}
/** By `test/oracle/preTokenizers.py`. */
const preTokenized = JSON.parse(
  readFileSync(path.resolve(fixture, '../preTokenizers.json'), 'utf8'),
) as PreTokenized;

describe('a vocabulary of byte-level BPE', () => {
  const { tokens, merges, texts, ids } = preTokenized;

  test('has every pre-tokenizer that is known among those that are tested', () => {
    expect(Object.keys(ids).sort()).toEqual(Object.keys(preTokenizers).sort());
  });

  test.each(Object.entries(ids))(
    '%s: texts fall into the tokens of another reading',
    async (pre, expected) => {
      const made = tokenizerFiles(metadata('gpt2', { tokens, merges, pre }), 64);
      if ('problem' in made) throw new Error(made.problem);
      const tokenizer = Tokenizer.fromString(made.files['tokenizer.json']!);
      for (const [i, text] of texts.entries()) {
        const encoding = await tokenizer.encode(text, null, { addSpecialTokens: false });
        expect(encoding.getTokens(), JSON.stringify(text)).toEqual(expected[i]!.map((id) => tokens[id]));
      }
    },
  );

  test('with a pre-tokenizer that is not known is told, with those that are', () => {
    expect(tokenizerFiles(metadata('gpt2', { tokens, merges, pre: 'unheard-of' }), 64)).toEqual({
      problem: expect.stringMatching(/^the pre-tokenizer "unheard-of" is not known \(known: gpt-2, /),
    });
  });
});

test('of a kind that is not known, its name is told', () => {
  expect(tokenizerFiles(metadata('rwkv', { tokens: ['a'] }), 64)).toEqual({
    problem: 'tokenizers of kind "rwkv" are not supported',
  });
});
