import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { worsened } from '../../../src/comparison/findings';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import { Comparison } from '../../../src/protocol/measured/comparison';
import { makeAnalysis } from '../../webview/fixtures/analysis';
import { generateAnalysis } from '../describe/generatedAnalyses';

const named = (result: AnalysisResult, title = 'a.md') => ({ title, result });
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const SAME = { kl: 0, klBack: 0, js: 0 };

describe('a prompt and itself', () => {
  it.each(seeds)('differ by 0 everywhere (%i)', (seed) => {
    const result = generateAnalysis(seed);
    const { sections, layers, tokens, findings, sentences, alignment } = compare(
      named(result),
      named(result),
      SAME,
    );
    expect(alignment.common).toBe(result.tokens.length);
    for (const { before, after, change } of sections) {
      expect(after).toEqual(before);
      expect(change).toEqual({ raw: 0, withoutSink: 0 });
    }
    expect(layers.raw.every((moved) => moved === 0)).toBe(true);
    expect(layers.withoutSink.every((moved) => moved === 0)).toBe(true);
    expect(tokens).toEqual([]);
    expect(findings.map(({ change }) => change)).toEqual(findings.map(() => 'stayed'));
    expect(findings).toHaveLength(result.findings.length);
    expect(sentences).toEqual([]);
  });
});

describe('two prompts, exchanged', () => {
  it.each(seeds)('have the differences with the other sign (%i)', (seed) => {
    const [one, other] = [generateAnalysis(seed), generateAnalysis(seed + 100)];
    const there = compare(named(one), named(other), null);
    const back = compare(named(other), named(one), null);
    const key = ({ before, after }: Comparison['sections'][number]) =>
      JSON.stringify([before?.segment, before?.tokens, after?.segment, after?.tokens]);
    const turned = back.sections.map((section) => ({
      ...section,
      before: section.after,
      after: section.before,
    }));
    for (const section of there.sections) {
      const mirror = turned.find((each) => key(each) === key(section) && each.kind === section.kind)!;
      expect(mirror.change.raw).toBe(0 - section.change.raw);
      expect(mirror.change.withoutSink).toBe(0 - section.change.withoutSink);
    }
    expect(back.layers).toEqual(there.layers);
    const byToken = new Map(back.tokens.map((token) => [token.after, token]));
    for (const { before, after, change } of there.tokens)
      expect(byToken.get(before)).toMatchObject({
        before: after,
        change: { raw: 0 - change.raw, withoutSink: 0 - change.withoutSink },
      });
    const opposite: Record<string, string> = { came: 'went', went: 'came' };
    const counted = (changes: readonly string[]) => [...changes].sort();
    expect(counted(back.findings.map(({ change }) => opposite[change] ?? change))).toEqual(
      counted(there.findings.map(({ change }) => change)),
    );
  });
});

/** The prompt of the fixture without its injected words, or with others. */
function changed(result: AnalysisResult, change: Partial<AnalysisResult>): AnalysisResult {
  return { ...result, ...change };
}

describe('what changed', () => {
  const { result } = makeAnalysis({ tokens: 60 });
  const [finding] = result.findings;
  const span = result.attention.spans[0]!.tokens;
  const clean = changed(result, {
    tokens: result.tokens.map((token, at) =>
      at >= span.first && at < span.end ? { ...token, id: token.id + 5000 } : token,
    ),
    findings: [],
    attention: { ...result.attention, spans: [] },
  });
  const of = (before: AnalysisResult, after: AnalysisResult) =>
    compare(named(before), named(after), null).findings.map(({ change, why }) => [change, why]);

  it('a warning comes with its words, and goes with them', () => {
    expect(of(clean, result)).toEqual([['came', 'text']]);
    expect(of(result, clean)).toEqual([['went', 'text']]);
  });

  it('a warning comes to words that were there, since they are read otherwise', () => {
    const unread = changed(result, { findings: [], attention: { ...result.attention, spans: [] } });
    expect(of(unread, result)).toEqual([['came', 'reading']]);
    expect(of(result, unread)).toEqual([['went', 'reading']]);
  });

  it('a warning is told of where its words, its severity or its place are others', () => {
    const last = { ...result.tokens[span.end - 1]!, id: 7777 };
    const rewritten = changed(result, {
      tokens: result.tokens.with(span.end - 1, last),
      findings: [{ ...finding!, fingerprint: 'f'.repeat(16) }],
    });
    expect(of(result, rewritten)).toEqual([['rewritten', null]]);
    const graver = changed(result, { findings: [{ ...finding!, severity: 'hint' }] });
    expect(of(result, graver)).toEqual([['regraded', null]]);
    const elsewhere = { ...result.attention.spans[0]!, tokens: { first: 1, end: 3 } };
    const moved = changed(result, { attention: { ...result.attention, spans: [elsewhere] } });
    expect(of(result, moved)).toEqual([['moved', null]]);
  });

  it('what came, has other words or became graver is new to a person; what went, stayed or became milder is not', () => {
    const withFinding = (change: Partial<AnalysisResult['findings'][number]>) =>
      changed(result, { findings: [{ ...finding!, ...change }] });
    const newIn = (before: AnalysisResult, after: AnalysisResult) =>
      worsened(compare(named(before), named(after), null)).length;
    expect(newIn(clean, result)).toBe(1);
    expect(newIn(withFinding({ fingerprint: 'f'.repeat(16) }), result)).toBe(1);
    expect(newIn(withFinding({ severity: 'hint' }), result)).toBe(1);
    expect(newIn(withFinding({ suppressed: true }), result)).toBe(1);
    expect(newIn(result, clean)).toBe(0);
    expect(newIn(result, result)).toBe(0);
    expect(newIn(result, withFinding({ severity: 'hint' }))).toBe(0);
    expect(newIn(result, withFinding({ suppressed: true }))).toBe(0);
  });

  it('of the sentences are those with another verdict, then those with other scores, the largest first', () => {
    const spans = result.spans.map((one, at) => ({
      ...one,
      ...(at === 0 ? { verdict: 'foreign' as const } : {}),
      scores: {
        ...one.scores,
        instruction: (one.scores.instruction ?? 0) + (at === 1 ? 0.5 : at === 2 ? -2 : 0),
      },
    }));
    const before = changed(result, {
      spans: result.spans.map((one) => ({
        ...one,
        verdict: 'none',
        scores: { ...one.scores, instruction: one.scores.instruction ?? 0 },
      })),
    });
    const after = changed(result, {
      spans: spans.map((one, at) => (at === 0 ? one : { ...one, verdict: 'none' })),
    });
    const { sentences } = compare(named(before), named(after), null);
    expect(sentences.map(({ change, scores }) => [change, scores.instruction])).toEqual([
      ['verdict', 0],
      ['scores', -2],
      ['scores', 0.5],
    ]);
  });

  it('is written in the published form', () => {
    const comparison = compare(named(clean), named(result, 'b.md'), { kl: 1, klBack: 2, js: 0.3 });
    expect(Comparison.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
  });

  it('is not told of two models', () => {
    const other = changed(result, { model: { ...result.model, sha256: 'ff' } });
    expect(() => compare(named(result), named(other), null)).toThrow(/different models/);
  });
});
