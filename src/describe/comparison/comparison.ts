import type { ReadingPosition, Treated } from '../../protocol/attention';
import type { Comparison } from '../../protocol/measured/comparison';
import { sentence } from '../../protocol/sentence';
import { layerName, readerName, tokenCount } from '../names';
import { nextWord } from '../nextWords';
import type { Phrase } from '../phrase';
import { comparisonAnswer, isSame, warningsPhrase } from './answer';
import { findingChange } from './findings';
import { sectionNames } from './sections';
import { sentenceChange } from './sentences';

/** Sentences whose scores are told. */
const MOST_SENTENCES = 5;
/** Changes of a score below this are those of any text that stands elsewhere. */
const LITTLE_SCORE = 0.5;
/** Changes of a share below this are not told. */
const LITTLE_SHARE = 0.001;

/** What is said of a comparison, wherever it is said. Names no word of the prompts. */
export interface ComparisonInWords {
  answer: Phrase;
  /** How many warnings came and went. */
  warnings: Phrase;
  /** What became of each warning, what it was for a person to see first. */
  findings: Phrase[];
  /** Figures that changed, the largest change first. */
  changes: Phrase[];
  /** What is as it was; `null` where nothing is. */
  unchanged: Phrase | null;
  means: Phrase;
  meansNot: Phrase;
}

/** Says a comparison. `treatment`: whether the sink is in its shares. */
export function describeComparison(
  comparison: Comparison,
  reading: ReadingPosition['kind'],
  treatment: keyof Treated<unknown> = 'withoutSink',
): ComparisonInWords {
  const reader = readerName(reading);
  const changed = comparison.findings.filter(({ change }) => change !== 'stayed');
  return {
    answer: comparisonAnswer(comparison, reader, treatment),
    warnings: warningsPhrase(comparison),
    findings: changed.map(findingChange),
    changes: isSame(comparison)
      ? []
      : [
          tokensPhrase(comparison),
          ...sectionPhrases(comparison, treatment),
          ...nextPhrases(comparison),
          ...layerPhrase(comparison, reader, treatment),
          ...sentencePhrases(comparison),
        ],
    unchanged: unchangedPhrase(comparison),
    means: sentence(
      'Means: how much of what {reader} reads lies on each part, before and after, mean of layers and heads.',
      { reader },
    ),
    meansNot: sentence(
      'Does not mean: that a part is obeyed more or less. A longer text leaves less for all others, and a part moved away from the end is read less, whatever it says.',
    ),
  };
}

function tokensPhrase({ before, after, alignment }: Comparison): Phrase {
  const [removed, inserted] = [before.tokens - alignment.common, after.tokens - alignment.common];
  return sentence('{removed} went, {inserted} came, {common} are in both.', {
    removed: tokenCount(removed),
    inserted: tokenCount(inserted),
    common: tokenCount(alignment.common),
  });
}

function sectionPhrases({ sections }: Comparison, treatment: keyof Treated<unknown>): Phrase[] {
  const names = sectionNames(sections);
  return [...sections.entries()]
    .filter(
      ([, { kind, change }]) =>
        Math.abs(change[treatment]) >= LITTLE_SHARE && (kind !== 'sink' || treatment === 'raw'),
    )
    .sort(([, one], [, other]) => Math.abs(other.change[treatment]) - Math.abs(one.change[treatment]))
    .map(([at, { before, after }]) => {
      const values = {
        section: names[at]!,
        before: { share: before?.share[treatment] ?? 0 },
        after: { share: after?.share[treatment] ?? 0 },
        from: tokenCount(before?.tokens ?? 0),
        to: tokenCount(after?.tokens ?? 0),
      };
      return before?.tokens === after?.tokens
        ? sentence('Read of {section}: {before} → {after}.', values)
        : sentence('Read of {section}: {before} → {after}, with {from} before and {to} now.', values);
    });
}

function nextPhrases({ next }: Comparison): Phrase[] {
  const [before, after] = [next.before[0], next.after[0]];
  if (!before || !after || !next.divergence) return [];
  const values = {
    before: nextWord(before.text),
    after: nextWord(after.text),
    was: { share: before.probability },
    is: { share: after.probability },
    kl: { rounded: next.divergence.kl },
    js: { rounded: next.divergence.js },
  };
  return [
    before.id === after.id
      ? sentence(
          'Likeliest next word: {before} as before, {was} → {is}; KL {kl} nats, Jensen–Shannon {js} of at most 0.69.',
          values,
        )
      : sentence(
          'Likeliest next word: {before} ({was}) → {after} ({is}); KL {kl} nats, Jensen–Shannon {js} of at most 0.69.',
          values,
        ),
  ];
}

function layerPhrase({ layers }: Comparison, reader: Phrase, treatment: keyof Treated<unknown>): Phrase[] {
  const figures = layers[treatment];
  const moved = Math.max(...figures);
  if (!(moved >= LITTLE_SHARE)) return [];
  return [
    sentence('Most changed in {layer}: {share} of what {reader} reads there lies elsewhere.', {
      layer: layerName(figures.indexOf(moved)),
      share: { share: moved },
      reader,
    }),
  ];
}

function sentencePhrases({ sentences }: Comparison): Phrase[] {
  return sentences
    .filter(
      ({ change, scores }) =>
        change !== 'scores' || Object.values(scores).some((score) => Math.abs(score ?? 0) >= LITTLE_SCORE),
    )
    .slice(0, MOST_SENTENCES)
    .map(sentenceChange);
}

function unchangedPhrase({ findings }: Comparison): Phrase | null {
  const n = findings.filter(({ change }) => change === 'stayed').length;
  return n === 0
    ? null
    : sentence('{counted}', {
        counted: {
          n,
          one: sentence('One warning is as it was.'),
          other: sentence('{n} warnings are as they were.'),
        },
      });
}
