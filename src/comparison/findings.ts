import type { AnalysisResult } from '../protocol/analysis';
import type { TokenSpan, Treated } from '../protocol/attention';
import type { ComparedFinding, Comparison, FindingChange } from '../protocol/measured/comparison';
import type { Finding, Severity } from '../protocol/finding';
import { pairUp } from './pairUp';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const CHANGES: readonly FindingChange[] = ['came', 'went', 'rewritten', 'regraded', 'moved', 'stayed'];

/** A finding and what it stands on. */
interface Found {
  finding: Finding;
  tokens: readonly number[];
  share: Treated<number> | null;
}

/** What became of the findings: what came first, then what went, the gravest first in each. */
export function compareFindings(
  before: AnalysisResult,
  after: AnalysisResult,
  partner: { before: Int32Array; after: Int32Array },
): ComparedFinding[] {
  const [ofBefore, ofAfter] = [foundIn(before), foundIn(after)];
  const known = new Map(ofBefore.map((found) => [found.finding.fingerprint, found]));
  const same = ofAfter.flatMap((found) => {
    const former = known.get(found.finding.fingerprint);
    return former ? [[former, found] as const] : [];
  });
  const paired = new Set(same.flat());
  const others = pairUp(
    ofBefore.filter((found) => !paired.has(found)),
    ofAfter.filter((found) => !paired.has(found)),
    { partner: partner.before, belong: (one, other) => one.finding.rule === other.finding.rule },
  );
  return [
    ...same.map(([one, other]) => changed(one, other, partner.before)),
    ...others.map(([one, other]): ComparedFinding => {
      if (one && other) return { ...both(one, other), change: 'rewritten', why: null };
      const isWhole = (found: Found, known: Int32Array) =>
        found.tokens.length > 0 && found.tokens.every((token) => known[token]! >= 0);
      return other
        ? { ...both(null, other), change: 'came', why: isWhole(other, partner.after) ? 'reading' : 'text' }
        : { ...both(one, null), change: 'went', why: isWhole(one!, partner.before) ? 'reading' : 'text' };
    }),
  ].sort(byWeight);
}

/** What a person did not see before: findings that came, have other words, or became graver or are no longer suppressed. */
export function worsened({ findings }: Pick<Comparison, 'findings'>): Finding[] {
  return findings.flatMap(({ change, before, after }) => {
    if (!after) return [];
    if (change === 'came' || change === 'rewritten') return [after];
    if (change !== 'regraded' || !before) return [];
    const graver = SEVERITIES.indexOf(after.severity) < SEVERITIES.indexOf(before.severity);
    return graver || (before.suppressed && !after.suppressed) ? [after] : [];
  });
}

function changed(before: Found, after: Found, partner: Int32Array): ComparedFinding {
  const { severity, suppressed = false } = before.finding;
  const isRegraded =
    severity !== after.finding.severity || suppressed !== (after.finding.suppressed ?? false);
  const stands = new Set(after.tokens);
  const hasMoved =
    before.tokens.length > 0 &&
    after.tokens.length > 0 &&
    !before.tokens.some((token) => stands.has(partner[token]!));
  const change = isRegraded ? 'regraded' : hasMoved ? 'moved' : 'stayed';
  return { ...both(before, after), change, why: null };
}

function both(before: Found | null, after: Found | null) {
  return {
    before: before?.finding ?? null,
    after: after?.finding ?? null,
    share: { before: before?.share ?? null, after: after?.share ?? null },
  };
}

function foundIn({ findings, attention }: AnalysisResult): Found[] {
  return findings.map((finding, index) => {
    const span = attention.spans[index];
    return { finding, tokens: span ? tokensOf(span.tokens) : [], share: span?.reading.share ?? null };
  });
}

function tokensOf({ first, end }: TokenSpan): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function byWeight(one: ComparedFinding, other: ComparedFinding): number {
  const grave = ({ before, after }: ComparedFinding) => SEVERITIES.indexOf((after ?? before)!.severity);
  return CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change) || grave(one) - grave(other);
}
