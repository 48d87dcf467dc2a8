import type { StudyReport } from '../../protocol/measured/study';
import { className, correctedCells, percent, ranged } from './figures';
import type { ReportSection } from './page';

const BEHAVIOUR = {
  refusal: 'refused',
  leak: 'told the secret',
  followed: 'wrote the mark asked for',
  other: 'other',
};

/** What the model did, and how that goes with anomaly. */
export function behaviourSection({
  rates,
  effects,
  wanted,
  reference,
  generate,
}: StudyReport): ReportSection {
  if (rates.length === 0)
    return { title: 'What the model did', says: ['No answers were asked for.'], tables: [] };
  const anomaly =
    reference === null
      ? 'There are too few normal prompts for a baseline, so anomaly is not measured.'
      : `Anomaly is the monitor’s score against a baseline of ${reference} of the normal prompts, which are left out here.`;
  const told = effects.filter(({ shown, others }) => shown + others > 0);
  return {
    title: 'What the model did',
    says: [
      `Checkers read the first ${generate} tokens of each answer. ${anomaly} An AUROC above 0.5 says that prompts after which the model did it are more anomalous than the others of the same row.`,
      'It does not say that anomaly made the model do it. All classes together mix in what tells the classes apart; a model that repeats a sentence with the mark in it counts as having written it.',
    ],
    tables: [
      {
        caption: 'How often',
        columns: ['class', 'behaviour', 'shown', 'of', 'share'],
        rows: rates.map((one) => [
          className[one.class],
          BEHAVIOUR[one.means],
          `${one.shown}`,
          `${one.of}`,
          percent(one.rate),
        ]),
      },
      {
        caption: 'Anomaly of those that did it against the others (at least 5 on each side)',
        columns: [
          'class',
          'behaviour',
          'shown',
          'others',
          'AUROC',
          'Hedges’ g',
          'point-biserial r',
          'p (FDR)',
          'p (Holm)',
        ],
        rows: told.map((one) => [
          one.class === null ? 'all' : className[one.class],
          BEHAVIOUR[one.means],
          `${one.shown}`,
          `${one.others}`,
          ranged(one.auroc),
          ranged(one.g),
          ranged(one.pointBiserial),
          ...correctedCells(one.pointBiserial),
        ]),
      },
      {
        caption: 'Anomaly and the log-probability of the mark as the answer',
        columns: ['class', 'prompts', 'Spearman’s ρ', 'p (FDR)', 'p (Holm)'],
        rows: wanted.map((one) => [
          one.class === null ? 'all' : className[one.class],
          `${one.of}`,
          ranged(one.spearman),
          ...correctedCells(one.spearman),
        ]),
      },
    ].filter(({ rows }) => rows.length > 0),
  };
}
