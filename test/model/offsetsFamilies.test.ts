import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeInput, encodeRaw } from '../../src/model/tokens/encodeInput';
import { spoken } from '../../src/prompts/speakers';
import { verbatim } from '../../src/prompts/writtenText';
import { readPrompt } from '../../src/prompts/readPrompt';
import { hostileText } from '../unit/model/tokens/hostileText';
import { nativeTokenizer } from '../unit/model/tokens/nativeTokenizer';

const folder = join(import.meta.dirname, '../fixtures/tokens');
const { tiny, tinyChats } = JSON.parse(readFileSync(join(folder, 'ids.json'), 'utf8')) as {
  tiny: Record<string, { text: string; ids: number[] }[]>;
  tinyChats: {
    tokenizer: string;
    template: string;
    chats: { messages: { role: 'user' | 'assistant'; content: string }[]; ids: number[] }[];
  }[];
};

/** What a family's tokenizer may leave without a token. */
const dropped: Readonly<Record<string, RegExp>> = {
  // White space goes, and so do control characters, accents and what has no letter.
  wordpiece: /^[\s\p{C}\p{M}\ufffd]$/u,
  // Runs of spaces are made one; white space at the ends goes.
  unigram: /^\s$/u,
  'sentencepiece-prepend': /^$/,
  'sentencepiece-first': /^$/,
  'byte-level-nfc': /^$/,
};

describe.each(Object.keys(dropped))('tokens of a %s tokenizer', (name) => {
  const { content, markup, split, markupIds } = nativeTokenizer(join(folder, `${name}.json`));
  const unknown = unknownId(split.content);
  const encode = (text: string) => encodeInput(readPrompt(text), content, split, null);

  it('have the ids that the tokenizer itself gives ordinary text', async () => {
    for (const { text, ids } of tiny[name]!) {
      expect({ text, ids: (await encode(text)).map(({ id }) => id) }).toEqual({ text, ids });
      expect({ text, ids: (await encodeRaw(text, markup, split)).map(({ id }) => id) }).toEqual({
        text,
        ids,
      });
    }
    expect(tiny[name]!.length).toBeGreaterThan(40);
  });

  it('go forward, cover the text except for what the tokenizer drops, and are markup only at the ends', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        fc.pre(readPrompt(text).format === 'plain');
        const tokens = await encode(text);
        const covered = new Uint8Array(text.length);
        let before = { start: 0, end: 0 };
        for (const { id, origin, start, end } of tokens) {
          if (origin === 'special') continue;
          expect(markupIds.has(id)).toBe(id === unknown);
          expect(start).toBeGreaterThanOrEqual(before.start);
          expect(end).toBeGreaterThanOrEqual(before.end);
          before = { start: start!, end: end! };
          covered.fill(1, start!, end!);
        }
        const gaps = [...covered.keys()].filter((i) => covered[i] === 0 && !dropped[name]!.test(text[i]!));
        expect({ text, gaps: gaps.map((i) => [i, text[i]]) }).toEqual({ text, gaps: [] });
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});

describe.each(tinyChats)('chats of a $tokenizer tokenizer', ({ tokenizer, template, chats }) => {
  const { content, split } = nativeTokenizer(join(folder, `${tokenizer}.json`));
  const chat = { template, bosToken: '<s>', eosToken: '</s>' };

  it("have transformers' ids, and each content its place", async () => {
    for (const { messages, ids } of chats) {
      let source = '';
      const segments = messages.map(({ role, content: said }) => {
        const start = source.length;
        source += said;
        return spoken(role, verbatim(source, start, source.length));
      });
      const tokens = await encodeInput({ rendering: 'messages', segments }, content, split, chat);
      expect({ messages, ids: tokens.map(({ id }) => id) }).toEqual({ messages, ids });
      // Every word of a content is found in it, in order.
      const covered = new Uint8Array(source.length);
      for (const { start, end } of tokens) if (start !== null) covered.fill(1, start, end!);
      const gaps = [...covered.keys()].filter((i) => covered[i] === 0 && /\S/.test(source[i]!));
      expect({ source, gaps }).toEqual({ source, gaps: [] });
      for (const { origin, text, start, end } of tokens) {
        expect(['source', 'template']).toContain(origin);
        // A whole token shows its place, with the template's text where it holds some of it.
        const isWhole = start !== null && text.trim() !== '' && !text.includes('\ufffd');
        if (isWhole) expect(text).toContain(source.slice(start, end!));
      }
    }
  });
});

/** Id of what is not in the vocabulary: a special token by its list, and what ordinary text may become. */
function unknownId(json: string): number | undefined {
  const { model } = JSON.parse(json) as {
    model: { unk_token?: string; unk_id?: number; vocab: Record<string, number> };
  };
  return model.unk_id ?? (model.unk_token ? model.vocab[model.unk_token] : undefined);
}
