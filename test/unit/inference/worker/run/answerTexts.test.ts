import { expect, test } from 'vitest';
import { answerTexts } from '../../../../../src/inference/worker/run/answerTexts';

/** Tokens as their bytes, which a byte-level vocabulary may cut a character into. */
async function textsOf(tokens: readonly number[][]): Promise<string[]> {
  const write = (ids: readonly number[]) =>
    Promise.resolve(new TextDecoder().decode(Uint8Array.from(ids.flatMap((id) => tokens[id]!))));
  const next = answerTexts({ write, textOf: (id) => write([id]) });
  const texts: string[] = [];
  for (const id of tokens.keys()) texts.push(await next(id));
  return texts;
}
const bytes = (text: string) => [...new TextEncoder().encode(text)];

test('the token that completes a character has it, and those before are parts', async () => {
  const [one, two, three] = bytes('书');
  expect(await textsOf([bytes('a'), [one!], [two!, three!], bytes('店')])).toEqual([
    'a',
    '\ufffd',
    '书',
    '店',
  ]);
  // A blank may stand in one token with the beginning.
  expect(await textsOf([[32, one!], [two!], [three!]])).toEqual(['\ufffd', '\ufffd', ' 书']);
});

test('bytes that make no character hold up none that follows', async () => {
  const [one] = bytes('书');
  expect(await textsOf([[one!], bytes('b'), [one!], [one!], [one!], [one!], bytes('店')])).toEqual([
    ...['\ufffd', 'b', '\ufffd', '\ufffd', '\ufffd', '\ufffd'],
    '店',
  ]);
});
