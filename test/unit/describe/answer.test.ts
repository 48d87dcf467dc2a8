import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Headline, headline } from '../../../src/attention/headline';
import { describe } from '../../../src/describe/describe';
import { createL10n } from '../../../src/describe/l10n';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import type { Treated } from '../../../src/protocol/attention';
import { massGrid } from '../../../webview/numbers/massGrid';
import type { View, ViewState } from '../../../webview/state/state';
import { generateAnalysis } from './generatedAnalyses';

const english = createL10n('en', {});
const TREATMENTS = ['raw', 'withoutSink'] as const;
const generated = Array.from({ length: 200 }, (_, seed) => generateAnalysis(seed));
const analyses = generated.flatMap((result) => TREATMENTS.map((treatment) => ({ result, treatment })));

/** What a number of times or a part may be, by the words for it. */
const WORDS: Record<string, [least: number, most: number]> = {
  'about as much as': [2 / 3, 1.5],
  'somewhat more than': [1.5, 1.75],
  'somewhat less than': [1 / 1.75, 2 / 3],
  twice: [1.75, 2.5],
  'more than ten times': [10.5, Infinity],
  'less than a tenth of': [0, 1 / 10.5],
};
for (const [at, words] of ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].entries())
  WORDS[`${words} times`] = [at + 2.5, at + 3.5];
for (const [at, words] of [
  'half',
  'a third',
  'a quarter',
  'a fifth',
  'a sixth',
  'a seventh',
  'an eighth',
  'a ninth',
  'a tenth',
].entries())
  WORDS[`${words} of`] = [1 / (at + 2.5), at === 0 ? 1 / 1.75 : 1 / (at + 1.5)];

const SAID =
  /^(?:(Stands out: )|(Nothing stands out: ))(.+?)(?:, with (?:only )?| gets )([a-z ]+?) (?:what )?a passage of this length and place usually gets(.*)\.$/;

interface Passage {
  first: number;
  end: number;
}

/** Figures of a passage worked out from the rows by themselves: its share, the median around it, its rank there. */
function workOut({ attention, tokens }: AnalysisResult, treatment: keyof Treated<unknown>, passage: Passage) {
  const { reading, sink } = attention;
  const weights = tokens.map((_, key) => {
    const ofLayers = reading.perLayer.map((row) => {
      if (treatment === 'raw' || sink === null) return row[key]!;
      if (key === sink) return 0;
      const rest = row.reduce((sum, weight, k) => (k === sink ? sum : sum + weight), 0);
      return rest > 0 ? row[key]! / rest : 0;
    });
    return ofLayers.reduce((sum, weight) => sum + weight, 0) / ofLayers.length;
  });
  const width = passage.end - passage.first;
  const all = tokens
    .map((_, first) => ({
      first,
      own: tokens.slice(first, first + width),
      share: weights.slice(first, first + width).reduce((sum, weight) => sum + weight, 0),
    }))
    .filter(({ own }) => own.length === width);
  const windows = all.filter(({ first }) => !(sink !== null && first <= sink && sink < first + width));
  const counted = treatment === 'raw' ? all : windows;
  const mean = counted.reduce((sum, { share }) => sum + share, 0) / counted.length;
  const share = weights.slice(passage.first, passage.end).reduce((sum, weight) => sum + weight, 0);
  /** Keys from the one that reads to the nearest of a window. */
  const distance = (first: number) => {
    if (reading.token === null) return 1;
    const keys = Array.from({ length: width }, (_, i) => Math.abs(first + i - reading.token!));
    return 1 + Math.min(...keys);
  };
  const others = windows
    .filter(
      ({ first, own }) =>
        (first + width <= passage.first || first >= passage.end) &&
        own.every(({ origin }) => origin === 'source'),
    )
    .map(({ first, share: other }) => ({
      other,
      apart: Math.abs(Math.log2(distance(first) / distance(passage.first))),
    }))
    .sort((a, b) => a.apart - b.apart);
  const alike = others.filter(({ apart }) => apart <= 1).length;
  const around = others
    .slice(0, Math.max(alike, 20, 4 * width))
    .map(({ other }) => other)
    .sort((a, b) => a - b);
  const half = Math.floor(around.length / 2);
  const median = around.length % 2 ? around[half]! : (around[half - 1]! + around[half]!) / 2;
  return {
    share,
    ratio: share / median,
    overall: share / mean,
    atLeast: (1 + around.filter((other) => other > share).length) / (around.length + 1),
    atMost: (1 + around.filter((other) => other < share).length) / (around.length + 1),
  };
}

/** Tokens of a finding, without the sink at its end. */
function passageOf(result: AnalysisResult, { span }: Extract<Headline, { kind: 'finding' }>): Passage {
  const { first, end } = span.tokens;
  const { sink } = result.attention;
  return { first: first === sink ? first + 1 : first, end: end - 1 === sink ? end - 1 : end };
}

/** Mean over layers of what the chart of shares per layer draws for the subject of the answer. */
function drawn(result: AnalysisResult, treatment: keyof Treated<unknown>, said: Headline): number {
  const state = { sink: treatment === 'raw' ? 'shown' : 'hidden' } as ViewState;
  const shown = { title: '', result, findingTexts: [] };
  const { grid, parts } = massGrid({ shown, l10n: english, store: { get: () => state } } as unknown as View);
  const row = parts.findIndex(
    ({ kind, index }) =>
      kind === said.kind &&
      index === (said.kind === 'finding' ? said.finding : said.kind === 'segment' && said.segment),
  );
  const values = grid.values.subarray(row * grid.columns, (row + 1) * grid.columns);
  return values.reduce((sum, value) => sum + value, 0) / grid.columns;
}

test('no finding that gets less than the average is said to stand out, none that gets more to stand back', () => {
  const counts = { more: 0, less: 0, usual: 0 };
  for (const { result, treatment } of analyses) {
    const said = headline(result, treatment);
    if (said.kind !== 'finding') continue;
    const text = english.say(describe(result, treatment).answer);
    const [, standsOut, nothing, , words, end] = SAID.exec(text) ?? [];
    if (!words) {
      expect(said.standing, text).toBeNull();
      continue;
    }
    const { ratio, overall, atLeast, atMost } = workOut(result, treatment, passageOf(result, said));
    const [least, most] = WORDS[words]!;
    expect(ratio, text).toBeGreaterThanOrEqual(least * 0.9999);
    expect(ratio, text).toBeLessThanOrEqual(most * 1.0001);
    const isMore = ratio >= 2 && overall >= 1 && atLeast <= 0.05;
    const isLess = ratio <= 0.5 && overall <= 1 && atMost <= 0.05;
    expect(standsOut !== undefined, text).toBe(isMore || isLess);
    expect(nothing !== undefined, text).toBe(!isMore && !isLess);
    if (standsOut) expect(text.includes(', with only '), text).toBe(isLess);
    if (end?.includes('yet less than the average')) expect(overall).toBeLessThan(1);
    if (end?.includes('yet more than the average')) expect(overall).toBeGreaterThan(1);
    counts[isMore ? 'more' : isLess ? 'less' : 'usual']++;
  }
  // The generated ones hold enough of each to tell.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(15);
});

test('a segment stands out where a nearer one that is no shorter gets half as much or less', () => {
  const counts = { beyond: 0, most: 0 };
  for (const { result, treatment } of analyses) {
    const said = headline(result, treatment);
    if (said.kind !== 'segment') continue;
    const text = english.say(describe(result, treatment).answer);
    const { reading, sink } = result.attention;
    const parts = result.segments.flatMap((_, segment) => {
      const keys = [...result.tokens.keys()].filter(
        (key) => key !== sink && result.tokens[key]!.segment === segment,
      );
      if (keys.every((key) => result.tokens[key]!.text.trim() === '')) return [];
      const { share } = workOut(result, treatment, { first: keys[0]!, end: keys.at(-1)! + 1 });
      const apart =
        reading.token === null ? 0 : Math.min(...keys.map((key) => Math.abs(key - reading.token!)));
      return [{ segment, share, apart, length: keys.length }];
    });
    const perToken =
      parts.reduce((sum, { share }) => sum + share, 0) / parts.reduce((sum, { length }) => sum + length, 0);
    const ratios = parts.flatMap((one) =>
      parts
        .filter((other) => other.length >= one.length && other.apart <= one.apart)
        .map((other) => ({ one, ratio: one.share / other.share })),
    );
    const best = ratios
      .filter(({ one, ratio }) => ratio >= 2 && one.share >= perToken * one.length)
      .sort((a, b) => b.ratio - a.ratio)[0];
    expect(text.startsWith('Stands out: '), text).toBe(best !== undefined);
    const [most] = [...parts].sort((a, b) => b.share - a.share);
    expect(said.segment).toBe((best?.one ?? most)!.segment);
    if (best) {
      const [least, largest] = WORDS[/, with ([a-z ]+) what /.exec(text)![1]!]!;
      expect(best.ratio).toBeGreaterThanOrEqual(least);
      expect(best.ratio).toBeLessThanOrEqual(largest);
    }
    counts[best ? 'beyond' : 'most']++;
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(5);
});

test('its share, ratio and rank are those of the charts and of the finding', () => {
  let compared = 0;
  for (const { result, treatment } of analyses) {
    const said = headline(result, treatment);
    if (said.kind === 'spread') continue;
    const details = describe(result, treatment).details.map(english.say).join('\n');
    expect(said.share).toBeCloseTo(drawn(result, treatment, said), 5);
    expect(details).toContain(`${english.percent(said.share)} of what `);
    if (said.kind !== 'finding' || !said.standing) continue;
    const { share, ratio, overall } = workOut(result, treatment, passageOf(result, said));
    expect(said.share).toBeCloseTo(share, 9);
    expect(said.standing.ratio / ratio).toBeCloseTo(1, 6);
    expect(said.standing.overall / overall).toBeCloseTo(1, 6);
    const place = said.span.reading.place![treatment];
    // A finding's own line on the page compares it with all windows of the prompt.
    expect(said.standing.overall / place.ratio).toBeCloseTo(1, 5);
    if (said.standing.verdict === 'more') expect(place.rank).toBeLessThan(place.windows / 2);
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
});

test('never speaks of white space, nor of what the author suppressed', () => {
  let passedOver = 0;
  for (const { result, treatment } of analyses) {
    const said = headline(result, treatment);
    const blank = (own: typeof result.tokens) => own.every(({ text }) => text.trim() === '');
    passedOver += result.attention.spans.filter(
      (span) => span && blank(result.tokens.slice(span.tokens.first, span.tokens.end)),
    ).length;
    if (said.kind === 'spread') continue;
    const { tokens } = result;
    const own =
      said.kind === 'finding'
        ? tokens.slice(said.span.tokens.first, said.span.tokens.end)
        : tokens.filter(({ segment }) => segment === said.segment);
    expect(blank(own)).toBe(false);
    if (said.kind === 'finding') expect(result.findings[said.finding]!.suppressed).toBeFalsy();
  }
  expect(passedOver).toBeGreaterThan(20);
});

test('no head or layer stands in the answer', () => {
  for (const { result, treatment } of analyses) {
    expect(english.say(describe(result, treatment).answer)).not.toMatch(/head|layer/);
  }
});

test('in German, where “das Doppelte” has cases, no answer puts it behind “mit”', () => {
  const file = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.de.json');
  const german = createL10n('de', JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  const answers = analyses.map(({ result, treatment }) => german.say(describe(result, treatment).answer));
  expect(answers.some((answer) => /^Fällt auf: .* bekommt das \S+fache dessen/.test(answer))).toBe(true);
  for (const answer of answers)
    expect(answer).not.toMatch(/ mit (?:nur )?(?:das|ein|die|mehr|weniger|gut|knapp) /);
});
