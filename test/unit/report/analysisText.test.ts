import { expect, test } from 'vitest';
import { analysisText } from '../../../src/report/analysisText';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 40, words: { 12: ' <tool_call>\u001b[31m\nsecret' } });

test('tells what the model attends to at the finding, raw and without the first token', () => {
  const text = analysisText(made.result, 'mail.md');
  const { share, bestHead } = made.result.attention.spans[0]!.reading;
  expect(text).toContain(`${Number((share.raw * 100).toPrecision(2))} %`);
  expect(text).toContain(`${Number((share.withoutSink * 100).toPrecision(2))} % without the first token`);
  expect(text).toContain(`layer ${bestHead.raw.layer}, head ${bestHead.raw.head}`);
  expect(text).toContain('does not prove');
});

test('gives the sink, the system prompt and a boundary as means over the layers', () => {
  const text = analysisText(made.result, 'mail.md');
  const { sinkPerLayer, system, boundaries } = made.result.attention;
  const mean = (shares: readonly number[]) =>
    `${Number(((shares.reduce((a, b) => a + b) / shares.length) * 100).toPrecision(2))} %`;
  expect(text).toContain(`receives ${mean(sinkPerLayer)} of`);
  expect(text).toContain(`System prompt: gets ${mean(system!.perLayer.raw.map((row) => row.at(-1)!))} of`);
  for (const { perLayer } of boundaries)
    expect(text).toContain(`its tokens gets ${mean(perLayer.raw)} on average`);
});

test('says what was not fed as the prompt stands', () => {
  const whole = analysisText(made.result, 'mail.md');
  expect(whole).not.toMatch(/plain headings|Only the last/);
  const cut = { ...made.result, template: 'role headings' as const, truncated: { kept: 40, tokens: 9000 } };
  const text = analysisText(cut, 'mail.md');
  expect(text).toMatch(/no chat template: .* plain headings of their roles/);
  expect(text).toContain('Only the last 40 of 9000 tokens were read.');
});

test('says which message the chat template leaves out', () => {
  const leftOut = [{ segment: 1, role: 'tool', line: 7, reason: 'chat-template' }] as const;
  expect(analysisText({ ...made.result, leftOut: [...leftOut] }, 'mail.md')).toContain(
    '\nThe model did not read the tool result at line 7: its chat template leaves this message out.\n',
  );
});

test('holds no word of the prompt, no markup and no control character', () => {
  const text = analysisText(made.result, 'a<b>\n\u001b[0m.md');
  for (const word of ['secret', 'meeting', 'rules above']) expect(text).not.toContain(word);
  expect(text).not.toContain('<');

  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test('says what each figure is of', () => {
  const text = analysisText(made.result, 'mail.md');
  expect(text).toMatch(
    /^First token \(sink\): receives [\d.]+ % of the other tokens' attention, mean over \d+ layers\.$/m,
  );
  expect(text).toMatch(
    /^Rows with more than 0\.5 of a layer's attention \(head mean\) on one token: \d+ rows? in/m,
  );
  expect(text).toContain('Boundary ‹|im_start|› (');
  expect(text).toMatch(/\): each of its tokens gets [\d.]+ % on average; spread evenly, [\d.]+ %\.$/m);
});
