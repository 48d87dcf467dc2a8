import type { Finding, Severity } from '../../protocol/finding';
import { sentence, type Sentence } from '../../protocol/sentence';
import { segmentName } from '../names';
import type { Counted, Phrase } from '../phrase';

const counts: Record<Severity, { one: Sentence; other: Sentence }> = {
  error: { one: sentence('{n} error'), other: sentence('{n} errors') },
  warning: { one: sentence('{n} warning'), other: sentence('{n} warnings') },
  information: { one: sentence('{n} info'), other: sentence('{n} infos') },
  hint: { one: sentence('{n} hint'), other: sentence('{n} hints') },
};

/** The most serious first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the rules found and how sure that is, in one line; what the author suppressed is counted apart. */
export function foundOf(findings: readonly Finding[]): Phrase {
  const heard = findings.filter(({ suppressed }) => !suppressed);
  const suppressed: Counted = {
    n: findings.length - heard.length,
    one: sentence('{n} suppressed finding'),
    other: sentence('{n} suppressed findings'),
  };
  if (heard.length === 0) {
    return suppressed.n === 0
      ? sentence('Nothing found; that is no proof.')
      : sentence('Nothing found apart from {suppressed}; that is no proof.', { suppressed });
  }
  const list = SEVERITIES.map((severity): Counted => {
    const n = heard.filter((finding) => finding.severity === severity).length;
    return { n, ...counts[severity] };
  }).filter(({ n }) => n > 0);
  const worst = SEVERITIES.map((severity) => heard.find((finding) => finding.severity === severity)).find(
    (finding) => finding !== undefined,
  )!;
  const n = findings.indexOf(worst) + 1;
  const values = { list: { list }, n, segment: segmentName(worst.segment), rule: worst.rule };
  if (worst.rule.startsWith('model/')) {
    return heard.length === 1
      ? sentence(
          'Found: {list} in {segment} ({rule}). The states of the model say so, and they are sometimes wrong.',
          values,
        )
      : sentence(
          'Found: {list}; the most serious is finding {n}, in {segment} ({rule}). The states of the model say so, and they are sometimes wrong.',
          values,
        );
  }
  return heard.length === 1
    ? sentence(
        'Found: {list} in {segment} ({rule}). The wording is certain, what it is meant for is not.',
        values,
      )
    : sentence(
        'Found: {list}; the most serious is finding {n}, in {segment} ({rule}). The wording is certain, what it is meant for is not.',
        values,
      );
}
