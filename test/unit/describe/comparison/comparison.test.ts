import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/comparison/compare';
import { describeComparison } from '../../../../src/describe/comparison/comparison';
import { createL10n } from '../../../../src/describe/l10n';
import type { AnalysisResult } from '../../../../src/protocol/analysis';
import type { Comparison } from '../../../../src/protocol/measured/comparison';
import { makeAnalysis } from '../../../webview/fixtures/analysis';
import { generateAnalysis } from '../generatedAnalyses';

const english = createL10n('en', {});
const { result } = makeAnalysis({ tokens: 60 });
const of = (before: AnalysisResult, after: AnalysisResult) =>
  compare({ title: 'a.md', result: before }, { title: 'b.md', result: after }, null);
const said = (comparison: Comparison) => {
  const words = describeComparison(comparison, 'last');
  return {
    answer: english.say(words.answer),
    warnings: english.say(words.warnings),
    findings: words.findings.map(english.say),
    changes: words.changes.map(english.say),
    unchanged: words.unchanged && english.say(words.unchanged),
  };
};

/** The analysis with the share of the system prompt scaled, raw and without the sink. */
function withSystemShare(comparison: Comparison, before: number, after: number): Comparison {
  const sections = comparison.sections.map((section) => {
    if (section.speaker?.role !== 'system') return section;
    const at = (share: number, mass: typeof section.before) =>
      mass && { ...mass, share: { raw: share, withoutSink: share } };
    const change = { raw: after - before, withoutSink: after - before };
    return { ...section, before: at(before, section.before), after: at(after, section.after), change };
  });
  return { ...comparison, sections };
}

describe('a comparison in words', () => {
  it('says of a prompt and itself that nothing changed, and what stands as it was', () => {
    expect(said(of(result, result))).toEqual({
      answer: 'Nothing changed: the model reads the same tokens.',
      warnings: 'No warning came or went.',
      findings: [],
      changes: [],
      unchanged: 'One warning is as it was.',
    });
  });

  it('begins with the part of which most more or less is read', () => {
    const other = { ...result, tokens: result.tokens.with(5, { ...result.tokens[5]!, id: 9999 }) };
    const half = withSystemShare(of(result, other), 0.12, 0.06);
    expect(said(half).answer).toBe(
      'Of the system prompt the last token now reads half of what it did: 12% → 6%.',
    );
    expect(said(half).changes).toContain('Read of the system prompt: 12% → 6%.');
    const little = withSystemShare(of(result, other), 0.12, 0.13);
    expect(said(little).answer).toBe(
      'Of the system prompt the last token now reads a little more: 12% → 13%.',
    );
  });

  it('tells which warnings came and went, and why', () => {
    const unread = { ...result, findings: [], attention: { ...result.attention, spans: [] } };
    expect(said(of(unread, result))).toMatchObject({
      warnings: 'One warning came.',
      findings: [
        'Came: override/previous-instructions (Error, in the data) at 3:1. Its words were there before; what stands around them or who speaks is another.',
      ],
    });
    expect(said(of(result, unread)).warnings).toBe('One warning went.');
  });

  it('names no word of either prompt', () => {
    for (let seed = 0; seed < 30; seed++) {
      const [one, other] = [generateAnalysis(seed), generateAnalysis(seed + 60)];
      const marked = (analysis: AnalysisResult): AnalysisResult => ({
        ...analysis,
        tokens: analysis.tokens.map((token) => ({ ...token, text: 'payload' })),
      });
      expect(JSON.stringify(said(of(marked(one), marked(other))))).not.toContain('payload');
    }
  });
});
