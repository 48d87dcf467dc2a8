import { SCHEMA_VERSION, type AnalysisResult } from '../protocol/analysis';
import type { Token } from '../protocol/attention';
import type { ComparedPrompt, Comparison } from '../protocol/measured/comparison';
import type { Apart } from '../protocol/requests/divergence';
import { AttnscopeError } from '../protocol/errors';
import { sentence } from '../protocol/sentence';
import { align, partners } from './align';
import { compareFindings } from './findings';
import { compareReading } from './reading';
import { compareSections } from './sections';
import { compareSentences } from './sentences';

/** A prompt that was analysed, by its name. */
export interface Analysed {
  title: string;
  result: AnalysisResult;
}

/**
 * Compares two prompts as one model read them. `divergence`: of their next words, which an analysis does not hold.
 *
 * @throws AttnscopeError `bad-input` where two models read them.
 */
export function compare(before: Analysed, after: Analysed, divergence: Apart | null): Comparison {
  const [from, to] = [before.result, after.result];
  if (from.model.sha256 !== to.model.sha256)
    throw new AttnscopeError('bad-input', [
      sentence(
        'The two prompts were read by different models, whose attention cannot be compared. Analyze both with one model.',
      ),
    ]);
  const alignment = alignTokens(from.tokens, to.tokens);
  const partner = { before: partners(alignment, 'before'), after: partners(alignment, 'after') };
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: to.tool,
    model: to.model,
    before: outlineOf(before),
    after: outlineOf(after),
    alignment,
    sections: compareSections(from, to, partner.before),
    ...compareReading(from.attention, to.attention, alignment),
    findings: compareFindings(from, to, partner),
    sentences: compareSentences(from, to, partner.before),
    next: { before: from.next, after: to.next, divergence },
  };
}

/** Aligns the tokens of two prompts. What a person wrote is never the partner of what a template did. */
export function alignTokens(before: readonly Token[], after: readonly Token[]): Comparison['alignment'] {
  const symbol = ({ id, origin }: Token) => 2 * id + (origin === 'source' ? 1 : 0);
  return align(before.map(symbol), after.map(symbol));
}

function outlineOf({ title, result }: Analysed): ComparedPrompt {
  const { text, format, rendering, template, truncated, tokens } = result;
  return { title, text, format, rendering, template, truncated, tokens: tokens.length };
}
