import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { describe as describeResult } from '../../../src/describe/describe';
import { createL10n } from '../../../src/describe/l10n';
import { caveat } from '../../../src/describe/span';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import type { AttentionSummary } from '../../../src/protocol/attention';
import { analysisText } from '../../../src/report/analysisText';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 24 }).result;
const english = createL10n('en', {});
const percent = (share: number) => `${Number((100 * share).toPrecision(2))}%`;

/** The same analysis with other facts about its attention. */
function withAttention(more: Partial<AttentionSummary>, rest: Partial<AnalysisResult> = {}): AnalysisResult {
  return { ...made, ...rest, attention: { ...made.attention, ...more } };
}
const read = (kind: AttentionSummary['reading']['kind'], token: number | null) => ({
  reading: { ...made.attention.reading, kind, token },
});

/** Everything that is said about a result. */
function allOf(result: AnalysisResult) {
  const said = describeResult(result);
  const findings = said.findings.flatMap((phrases) => phrases ?? []);
  const next = said.next ? [said.next] : [];
  return [
    said.model,
    ...said.notes,
    said.found,
    said.answer,
    ...said.details,
    ...next,
    ...findings,
    ...said.overview,
  ];
}

const results = {
  'a causal model': made,
  'a model read at its classification token': withAttention({ causal: false, ...read('classification', 0) }),
  'a model read by the mean, without a sink': withAttention({
    ...{ causal: false, sink: null, sinkPerLayer: [] },
    ...read('mean', null),
  }),
  'segments without findings': withAttention({ spans: [] }, { findings: [] }),
  'a script whose characters take several tokens': withAttention(
    { spans: [] },
    { findings: [], tokens: made.tokens.map((token) => ({ ...token, text: 'ж', start: 0, end: 1 })) },
  ),
  'one piece, cut and without a template': withAttention(
    { spans: [], system: null },
    {
      findings: [],
      segments: made.segments.slice(0, 1),
      template: 'role headings',
      truncated: { tokens: 90, kept: 24 },
      leftOut: [{ segment: 0, role: 'system', line: 7, reason: 'chat-template' }],
    },
  ),
};

describe('what is said about an analysis', () => {
  test('gives the share of a finding with and without the sink, its place, and the strongest head', () => {
    const { share, place, bestHead } = made.attention.spans[0]!.reading;
    const [facts] = describeResult(made).findings;
    expect(facts!.map(english.say)).toEqual([
      `${percent(share.raw)} of what the last token reads; ${percent(share.withoutSink)} without the sink`,
      `${place!.raw.ratio} × the mean of same-length passages (rank 3 of 402; 1 = most); 2.4 × without the sink (rank 2 of 401)`,
      `most in layer ${bestHead.raw.layer}, head ${bestHead.raw.head}: ${percent(bestHead.raw.share.raw)}`,
      'later tokens: 8% on average (rank 5 of 380); 19% without the sink (rank 4 of 379)',
    ]);
  });

  test('names the reader, and says that a model reads both ways', () => {
    const classification = allOf(results['a model read at its classification token'])
      .map(english.say)
      .join('\n');
    expect(classification).toContain('of what the classification token reads comes from');
    expect(classification).toContain('This model reads both ways');
    const mean = allOf(results['a model read by the mean, without a sink']).map(english.say).join('\n');
    expect(mean).toContain('of what the average token reads comes from');
    expect(mean).toContain('means over what all tokens read');
    for (const text of [classification, mean]) expect(text).not.toContain('last token');
    expect(allOf(made).map(english.say).join('\n')).not.toContain('both ways');
  });

  test.each([
    [[], 'Nothing found; that is no proof.'],
    [[{ suppressed: true }], 'Nothing found apart from 1 suppressed finding; that is no proof.'],
    [
      [{ severity: 'warning' }],
      'Found: 1 warning in the data (override/previous-instructions). The wording is certain, what it is meant for is not.',
    ],
    [
      [{ severity: 'information' }, { severity: 'information' }],
      'Found: 2 infos; the most serious is finding 1, in the data (override/previous-instructions). The wording is certain, what it is meant for is not.',
    ],
    [
      [{ severity: 'hint' }, { severity: 'warning' }, {}, { severity: 'warning' }, { suppressed: true }],
      'Found: 1 error, 2 warnings, 1 hint; the most serious is finding 3, in the data (override/previous-instructions). The wording is certain, what it is meant for is not.',
    ],
  ] as const)('says what was found and how sure that is: %j', (changes, said) => {
    const findings = changes.map((change) => ({ ...made.findings[0]!, ...change }));
    expect(
      english.say(describeResult(withAttention({ spans: findings.map(() => null) }, { findings })).found),
    ).toBe(said);
  });

  test('tells what the model would go on with, the likeliest first', () => {
    expect(english.say(describeResult(made).next!)).toBe(
      'The model would go on with: “ Sure” (41%), “ I” (20%), “<|im_end|>” (8%), “↵” (5%), “The” (3%).',
    );
    expect(describeResult({ ...made, next: [] }).next).toBeNull();
  });

  test('takes no sink out where there is none', () => {
    const text = allOf(results['a model read by the mean, without a sink']).map(english.say).join('\n');
    expect(text).toContain('No token is a sink');
    expect(text).not.toContain('without the sink');
    expect(allOf(made).map(english.say).join('\n')).toMatch(
      /^Sink: token 0 gets [\d.]+% of the other tokens’/m,
    );
  });

  test('tells how the prompt was read', () => {
    const { model, notes } = describeResult(results['one piece, cut and without a template']);
    expect(english.say(model)).toMatch(/, only the last 24 of 90 tokens read$/);
    expect(notes.map(english.say)).toEqual([
      'The model has no chat template: messages were written with plain headings of their roles.',
      'The model did not read the system prompt at line 7: its chat template leaves this message out.',
    ]);
  });

  test('tells of tokens that share characters, and of a language that the model is likely weak in', () => {
    expect(
      describeResult(results['a script whose characters take several tokens']).notes.map(english.say),
    ).toEqual([
      'Several tokens share a character here: 20 of 21 tokens only continue one that another began.',
      'This model is likely weak in the language of this text: it takes 21 tokens for 21 letters, in English about one for five.',
    ]);
  });

  test.each(Object.entries(results))('of %s is the same in the terminal', (_, result) => {
    const text = analysisText(result, 'mail.md');
    for (const phrase of [...Object.values(describeResult(result)).flat(2), caveat]) {
      if (phrase === null) continue;
      expect(text).toContain(english.say(phrase).replaceAll('<', '‹').replaceAll('>', '›'));
    }
  });

  test.each(['de', 'zh-cn'])('has no word left in English: %s', (language) => {
    const file = path.resolve(import.meta.dirname, `../../../l10n/bundle.l10n.${language}.json`);
    const bundle = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    // Each translated text is marked, so that what is not translated stands out.
    const marked = Object.fromEntries(
      Object.keys(bundle).map((text) => [text, `‹${(text.match(/\{\w+\}/g) ?? []).join('')}›`]),
    );
    const l10n = createL10n(language, marked);
    const names = [
      made.model.name,
      made.findings[0]!.rule,
      ...made.next.map(({ text }) => text),
      ...made.attention.boundaries.map((b) => b.boundary),
    ];
    for (const result of Object.values(results)) {
      for (const phrase of [...allOf(result), caveat]) {
        const said = names.reduce((text, name) => text.replaceAll(name, ''), l10n.say(phrase));
        expect(said, phrase.text).not.toMatch(/\p{L}/u);
      }
    }
  });
});
