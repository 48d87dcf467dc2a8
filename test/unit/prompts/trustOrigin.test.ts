import { expect, it } from 'vitest';
import { readPrompt } from '../../../src/prompts/readPrompt';
import { originOf } from '../../../src/prompts/trustOrigin';

/** What is pointed at for the segment that says `said`. */
function pointedAt(text: string, said: string, languageId?: string) {
  const { segments } = readPrompt(text, { languageId });
  const segment = segments.find(({ content }) => content.includes(said))!;
  const origin = originOf(text, segments, segment);
  return origin && 'start' in origin ? [origin.by, text.slice(origin.start, origin.end)] : undefined;
}

it('of a message it is the marker of its role', () => {
  const text = '<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>tool\nIt rains.<|im_end|>\n';
  expect(pointedAt(text, 'It rains')).toEqual(['role', '<|im_start|>tool']);
});

it('of a message in JSON it is the line that its content begins on', () => {
  const text = JSON.stringify(
    [
      { role: 'user', content: 'Sum it up.' },
      { role: 'tool', content: 'It rains.' },
    ],
    null,
    2,
  );
  expect(pointedAt(text, 'It rains', 'json')).toEqual(['role', '"content": "']);
});

it('a plain text has none: its author speaks', () => {
  expect(pointedAt('Be kind.', 'Be kind')).toBeUndefined();
});
