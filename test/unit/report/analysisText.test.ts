import { expect, test } from 'vitest';
import { analysisText } from '../../../src/report/analysisText';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 40, words: { 12: ' <tool_call>\u001b[31m\nsecret' } });

test('holds no word of the prompt, no markup and no control character', () => {
  const text = analysisText(made.result, 'a<b>\n\u001b[0m.md');
  for (const word of ['secret', 'meeting', 'rules above']) expect(text).not.toContain(word);
  expect(text).not.toContain('<');
  expect(text).toContain('Boundary ‹|im_start|› (');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
