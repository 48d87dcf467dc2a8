import { expect, it } from 'vitest';
import { leftOutSegments } from '../../../../src/model/tokens/leftOut';
import { readPrompt } from '../../../../src/prompts/readPrompt';
import type { Token } from '../../../../src/protocol/attention';

const { segments } = readPrompt(
  JSON.stringify([
    { role: 'user', content: 'What does the mail say?' },
    { role: 'tool', content: 'The meeting moves.' },
    { role: 'assistant', content: ' ' },
  ]),
  { path: 'a.json' },
);
const token = (segment: number | null, origin: Token['origin'] = 'source'): Token => ({
  ...{ id: 1, text: 'a', start: null, end: null, segment, origin },
});

it('names the messages with text that no token comes from', () => {
  expect(leftOutSegments(segments, [token(null, 'template'), token(0)])).toEqual([1]);
  expect(leftOutSegments(segments, [token(0), token(1)])).toEqual([]);
});

it('names none where some tokens have no known place', () => {
  expect(leftOutSegments(segments, [token(0), token(null, 'unmapped')])).toEqual([]);
});
