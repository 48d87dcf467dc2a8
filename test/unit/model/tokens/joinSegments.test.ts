import { expect, it } from 'vitest';
import { joinSegments, stretchesOfSegments } from '../../../../src/model/tokens/joinSegments';
import { renderChat, roleHeadings } from '../../../../src/model/tokens/renderChat';
import type { Segment } from '../../../../src/protocol/prompt';

const say = (role: Segment['role'], content: string, continues?: true): Segment => ({
  role,
  trust: 'author',
  start: 0,
  end: content.length,
  content,
  runs: [],
  ...(continues && { continues }),
});

const segments = [
  say('system', 'Be kind.'),
  say('input', '{doc}'),
  say('user', ' is what you sum up. ', true),
  say('data', 'Hi.', true),
];

it('a message is rendered once, and each of its segments keeps its place in it', () => {
  const messages = joinSegments({ rendering: 'messages', segments });
  expect(messages.map(({ role, content }) => [role, content])).toEqual([
    ['system', 'Be kind.'],
    ['user', '{doc} is what you sum up. Hi.'],
  ]);
  const { text, stretches } = renderChat(messages, roleHeadings);
  const placed = stretchesOfSegments(stretches, messages);
  expect(placed.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  for (const stretch of placed) {
    if (stretch.kind !== 'content') continue;
    const { content } = segments[stretch.segment]!;
    expect(text.slice(stretch.start, stretch.end)).toBe(content.slice(stretch.contentStart));
  }
  expect(placed.flatMap((stretch) => (stretch.kind === 'content' ? [stretch.segment] : []))).toEqual([
    0, 1, 2, 3,
  ]);
});

it('a plain text with data in it is one message of the role that it is read as', () => {
  const plain = [say('prompt', 'Sum up: '), say('data', 'Hi.', true)];
  expect(joinSegments({ rendering: 'user', segments: plain })).toMatchObject([
    { role: 'user', content: 'Sum up: Hi.' },
  ]);
});
