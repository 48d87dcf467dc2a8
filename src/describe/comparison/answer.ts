import type { Treated } from '../../protocol/attention';
import type { ComparedFinding, ComparedSection, Comparison } from '../../protocol/measured/comparison';
import { sentence } from '../../protocol/sentence';
import type { Counted, Phrase } from '../phrase';
import { timesInWords } from '../times';
import { sectionNames } from './sections';

/** Changes of a share below this are not worth a sentence of their own. */
const LITTLE = 0.005;

/** What the comparison says, in one sentence: the part of the prompt of which most more or less is read. */
export function comparisonAnswer(
  comparison: Comparison,
  reader: Phrase,
  treatment: keyof Treated<unknown>,
): Phrase {
  const { sections } = comparison;
  if (isSame(comparison)) return sentence('Nothing changed: the model reads the same tokens.');
  const names = sectionNames(sections);
  const ranked = [...sections.keys()]
    .filter((at) => sections[at]!.kind !== 'sink' || treatment === 'raw')
    // What a person wrote comes before what a template did, wherever it changed too.
    .sort((one, other) => rank(sections[other]!, treatment) - rank(sections[one]!, treatment));
  const most = ranked[0] === undefined ? undefined : sections[ranked[0]];
  if (!most || Math.abs(most.change[treatment]) < LITTLE)
    return sentence('Little changed: {reader} reads every part of the prompt about as much as before.', {
      reader,
    });
  const section = names[ranked[0]!]!;
  const share = (side: 'before' | 'after') => ({ share: most[side]?.share[treatment] ?? 0 });
  const values = { reader, section, before: share('before'), after: share('after') };
  if (!most.before) return sentence('New: {section}, with {after} of what {reader} reads.', values);
  if (!most.after) return sentence('Gone: {section}, which had {before} of what {reader} reads.', values);
  const times = timesInWords(values.after.share / values.before.share);
  if (times)
    return sentence('Of {section} {reader} now reads {times} what it did: {before} → {after}.', {
      ...values,
      times,
    });
  return most.change[treatment] > 0
    ? sentence('Of {section} {reader} now reads a little more: {before} → {after}.', values)
    : sentence('Of {section} {reader} now reads a little less: {before} → {after}.', values);
}

/** Whether one text was compared with itself. */
export function isSame({ alignment }: Comparison): boolean {
  return alignment.runs.every(({ same }) => same);
}

/** How many warnings came and went; suppressed ones do not count. */
export function warningsPhrase({ findings }: Comparison): Phrase {
  const count = (wanted: ComparedFinding['change']) =>
    findings.filter(({ change, before, after }) => change === wanted && !(after ?? before)!.suppressed)
      .length;
  const [came, went, rewritten] = [count('came'), count('went'), count('rewritten')];
  const told: Phrase[] = [];
  const tell = (counted: Counted) => {
    if (counted.n > 0) told.push(sentence('{counted}', { counted }));
  };
  tell({ n: came, one: sentence('One warning came.'), other: sentence('{n} warnings came.') });
  tell({ n: went, one: sentence('One warning went.'), other: sentence('{n} warnings went.') });
  tell({
    n: rewritten,
    one: sentence('The words of one warning are others.'),
    other: sentence('The words of {n} warnings are others.'),
  });
  if (told.length === 0) return sentence('No warning came or went.');
  return told.reduce((before, next) => sentence('{before} {next}', { before, next }));
}

function rank({ kind, change }: ComparedSection, treatment: keyof Treated<unknown>): number {
  const size = Math.abs(change[treatment]);
  return kind === 'segment' && size >= LITTLE ? 1 + size : size;
}
