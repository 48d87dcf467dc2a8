import { createFindings, type Match } from '../detection/createFindings';
import { contextOf, fingerprintOf } from '../detection/fingerprint';
import type { RuleWords } from '../detection/rules/rule';
import { expired } from '../detection/rules/suppression/expired';
import { inData } from '../detection/rules/suppression/inData';
import { malformed } from '../detection/rules/suppression/malformed';
import { noReason } from '../detection/rules/suppression/noReason';
import { unused } from '../detection/rules/suppression/unused';
import type { Finding } from '../protocol/finding';
import { dayOf, familyOf, isOver, type Refusal, type Suppression } from './suppression';
import { toldReason } from './toldReason';

/** What suppressions made of the findings of a text. */
export interface Suppressed {
  /** Those that are left. */
  findings: Finding[];
  /** Those that are not to be shown, each marked as `suppressed`, with who did it and why. */
  suppressed: Finding[];
  /** What is wrong with suppressions that stand in the text, as findings of their own. */
  problems: Finding[];
  /** The suppressions that covered something, for those that were written elsewhere. */
  used: ReadonlySet<Suppression>;
}

const refusals: Readonly<Record<Refusal, RuleWords>> = {
  'no-reason': noReason,
  malformed,
  'in-data': inData,
};

/**
 * Takes what suppressions cover out of the findings of a text. Pure: nothing is found anew, and no finding goes that no
 * suppression names.
 */
export function suppress(
  text: string,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  now: Date,
): Suppressed {
  if (suppressions.length === 0)
    return { findings: [...findings], suppressed: [], problems: [], used: new Set() };
  const today = dayOf(now);
  const counting = suppressions.filter(({ refused, until }) => !refused && !isOver(until, today));
  const covering = coveringOf(text, findings, counting);
  const left: Finding[] = [];
  const suppressed: Finding[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const by = covering(finding);
    for (const suppression of by) used.add(suppression);
    const [first] = by;
    if (!first) left.push(finding);
    else
      suppressed.push({
        ...finding,
        suppressed: true,
        suppression: { by: first.by, ...toldReason(first.reason) },
      });
  }
  const problemOf = (suppression: Suppression): RuleWords | undefined => {
    if (suppression.refused) return refusals[suppression.refused];
    if (isOver(suppression.until, today)) return expired;
    return used.has(suppression) ? undefined : unused;
  };
  return { findings: left, suppressed, problems: problemsOf(text, suppressions, problemOf), used };
}

/** The suppressions that cover a finding; one that names a fingerprint covers a single finding. */
function coveringOf(
  text: string,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): (finding: Finding) => Suppression[] {
  const single = assigned(text, findings, suppressions);
  // By what they name: a hostile text has as many suppressions as findings.
  const wide = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const { covers, rules } = suppression;
    if (covers.kind === 'finding') continue;
    for (const rule of rules) {
      const key = `${covers.kind === 'line' ? covers.line : ''} ${rule}`;
      const same = wide.get(key);
      if (same) same.push(suppression);
      else wide.set(key, [suppression]);
    }
  }
  return (finding) => [
    ...[String(finding.line), ''].flatMap((line) =>
      [finding.rule, familyOf(finding.rule)].flatMap((rule) => wide.get(`${line} ${rule}`) ?? []),
    ),
    ...(single.get(finding) ?? []),
  ];
}

/** The suppressions that name one finding, by it: first those whose surroundings are the same, then the rest in order. */
function assigned(
  text: string,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): ReadonlyMap<Finding, Suppression[]> {
  const taken = new Map<Finding, Suppression[]>();
  let waiting = suppressions.flatMap((suppression) =>
    suppression.covers.kind === 'finding' ? [{ suppression, ...suppression.covers }] : [],
  );
  if (waiting.length === 0) return taken;
  const free = new Map<string, { finding: Finding; context: string }[]>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding.rule, text.slice(finding.start, finding.end));
    const same = free.get(fingerprint) ?? [];
    same.push({ finding, context: contextOf(text, finding) });
    free.set(fingerprint, same);
  }
  for (const exact of [true, false]) {
    waiting = waiting.filter(({ suppression, fingerprint, context }) => {
      const same = free.get(fingerprint) ?? [];
      const at = same.findIndex((each) => !exact || each.context === context);
      if (at < 0) return true;
      taken.set(same.splice(at, 1)[0]!.finding, [suppression]);
      return false;
    });
  }
  return taken;
}

function problemsOf(
  text: string,
  suppressions: readonly Suppression[],
  problemOf: (suppression: Suppression) => RuleWords | undefined,
): Finding[] {
  const matches = suppressions.flatMap((suppression): Match[] => {
    const { written } = suppression;
    const rule = written && problemOf(suppression);
    const severity = rule?.severity[written!.segment.trust];
    return rule && severity ? [{ rule, severity, ...written }] : [];
  });
  return createFindings(text, matches);
}
