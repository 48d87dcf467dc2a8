import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeInput } from '../../src/model/tokens/encodeInput';
import { tokensOfRange } from '../../src/model/tokens/tokenRanges';
import { spoken } from '../../src/prompts/speakers';
import { verbatim } from '../../src/prompts/writtenText';
import { readPrompt } from '../../src/prompts/readPrompt';
import type { Token } from '../../src/protocol/attention';
import { hostileText } from '../unit/model/tokens/hostileText';
import { nativeTokenizer } from '../unit/model/tokens/nativeTokenizer';

const model = join(import.meta.dirname, '../../media/model');
const { texts, chats } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/tokens/ids.json'), 'utf8'),
) as {
  texts: { text: string; ids: number[] }[];
  chats: { messages: { role: 'system' | 'user' | 'assistant'; content: string }[]; ids: number[] }[];
};

describe('tokens of the bundled model', () => {
  const { content, split, markupIds, pieceOf } = nativeTokenizer(join(model, 'tokenizer.json'));
  const template = readFileSync(join(model, 'chat_template.jinja'), 'utf8');
  const chat = { template, bosToken: '<|im_start|>', eosToken: '<|im_end|>' };
  const encodePlain = (text: string) => encodeInput(readPrompt(text), content, split, chat);

  it('have exact ranges in 10,000 hostile texts, cover them, and none is markup', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(hostileText, fc.nat(), fc.nat(), async (text, a, b) => {
        fc.pre(readPrompt(text).format === 'plain');
        const tokens = await encodePlain(text);
        expect(uncovered(text, tokens).filter((offset) => !unread.test(text[offset]!))).toEqual([]);
        for (const token of tokens) {
          expect(markupIds.has(token.id)).toBe(false);
          expect(token).toMatchObject({ origin: 'source', segment: 0 });
          // Never half a character.
          expect(splitsCharacter(text, token.start!) || splitsCharacter(text, token.end!)).toBe(false);
        }
        expectOwnBytes(text, tokens, pieceOf);
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        expectExactly(tokens, start!, end!);
        checked++;
      }),
      { numRuns: 10_000, seed: 20_240 },
    );
    expect(checked).toBe(10_000);
  });

  it("have transformers' ids in 500 hostile texts", async () => {
    for (const { text, ids } of texts) {
      expect({ text, ids: (await encodePlain(text)).map(({ id }) => id) }).toEqual({ text, ids });
    }
    expect(texts.length).toBe(500);
  });

  it("have transformers' ids in chats, and every content its place", async () => {
    for (const { messages, ids } of chats) {
      // The contents one after the other are the source.
      let source = '';
      const segments = messages.map(({ role, content: said }) => {
        const start = source.length;
        source += said;
        return spoken(role, verbatim(source, start, source.length));
      });
      const tokens = await encodeInput({ rendering: 'messages', segments }, content, split, chat);
      expect({ messages, ids: tokens.map(({ id }) => id) }).toEqual({ messages, ids });
      expect(uncovered(source, tokens)).toEqual([]);
      expect(tokens.filter(({ origin }) => origin !== 'source' && origin !== 'template')).toEqual([]);
      for (const { text, start, end, segment } of tokens) {
        if (segment === null) continue;
        if (!text.includes('\ufffd')) expect(text).toContain(source.slice(start!, end!));
        expect(start).toBeGreaterThanOrEqual(segments[segment]!.start);
        expect(end).toBeLessThanOrEqual(segments[segment]!.end);
      }
    }
  });
});

/** Control characters that the vocabulary has no token for: no token reads them. */
const unread = /[\u0004\u0006\u0013\u0014\u0016\u001d]/;

/** Places of the text that no token has. */
function uncovered(text: string, tokens: readonly Token[]): number[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of tokens) if (start !== null) covered.fill(1, start, end!);
  return [...covered.keys()].filter((offset) => covered[offset] === 0);
}

function splitsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** The span of a source range has the tokens that overlap it, all and only. */
function expectExactly(tokens: readonly Token[], start: number, end: number): void {
  const overlapping = [...tokens.keys()].filter((i) => tokens[i]!.start! < end && tokens[i]!.end! > start);
  const span = start < end ? tokensOfRange(tokens, { start, end }) : null;
  const given = span ? Array.from({ length: span.end - span.first }, (_, i) => span.first + i) : [];
  expect(given).toEqual(start < end ? overlapping : []);
}

/** GPT-2's table: bytes 0x21-0x7e, 0xa1-0xac and 0xae-0xff as themselves, the others from U+0100 on, in order. */
function bytesOf(piece: string): Buffer {
  const shifted = [...Array(256).keys()].filter((b) => b < 0x21 || (b > 0x7e && b < 0xa1) || b === 0xad);
  return Buffer.from(
    [...piece].map((c) => (c.charCodeAt(0) < 0x100 ? c.charCodeAt(0) : shifted[c.charCodeAt(0) - 0x100]!)),
  );
}

/** Each token's range is the characters that its own bytes are of. Bytes without a token are passed over. */
function expectOwnBytes(text: string, tokens: readonly Token[], pieceOf: (id: number) => string): void {
  // For each byte of the text, the character it is of.
  const characters = [...text].map((character) => ({
    length: character.length,
    bytes: Buffer.from(character),
  }));
  let offset = 0;
  const bytes = characters.flatMap(({ length, bytes }) => {
    const start = offset;
    offset += length;
    return [...bytes].map((byte) => ({ byte, start, end: offset }));
  });
  let at = 0;
  const ranges = tokens.map(({ id }) => {
    const own = [...bytesOf(pieceOf(id))].map((byte) => {
      while (bytes[at] && bytes[at]!.byte !== byte) at++;
      return bytes[at++];
    });
    return { start: own[0]?.start, end: own.at(-1)?.end };
  });
  expect(tokens.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
}
