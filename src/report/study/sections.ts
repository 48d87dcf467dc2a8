import type { StudiedFeature, StudiedPair, StudyReport } from '../../protocol/measured/study';
import { foreignLine } from '../foreignLine';
import { behaviourSection } from './behaviourSection';
import { className, differenceCells, featureWords, ranged } from './figures';
import type { ReportSection, ReportTable } from './page';

/** What a study found, in words and tables; holds no text of the prompts. */
export function studySections(report: StudyReport): ReportSection[] {
  return [
    inShort(report),
    theSet(report),
    ...report.pairs.map(pairSection),
    behaviourSection(report),
    how(report),
  ];
}

function inShort({ pairs, features }: StudyReport): ReportSection {
  return {
    title: 'In short',
    says:
      pairs.length === 0
        ? ['Too few prompts of at least two classes were measured, so nothing is compared.']
        : pairs.map((pair) => pairInShort(pair, features)),
    tables: [],
  };
}

function pairInShort(
  { of, against, length, tested, differ, heads, crossValidated }: StudiedPair,
  features: number,
): string {
  const { low, high } = length.tokens.auroc;
  const byLength =
    low > 0.5 || high < 0.5
      ? `Length alone tells ${className[of]} from ${className[against]} (AUROC ${ranged(length.tokens.auroc)}): read every other row against that.`
      : `Length tells ${className[of]} from ${className[against]} no better than chance (AUROC ${ranged(length.tokens.auroc)}).`;
  const [best] = heads;
  const many = `With length and language accounted for, ${differ.adjusted} of ${tested} numbers differ at 5 % after Holm (of ${features} measured)`;
  const most = best
    ? `; of heads, ${featureWords(best.feature)} tells most (AUROC ${ranged(best.adjusted.auroc)}).`
    : '.';
  const left = crossValidated.find(({ name }) => name === 'heads');
  const held = left
    ? ` Five heads’ numbers chosen on the other texts reach ${ranged(left.auroc)} on ${left.byGroup ? 'groups of texts' : 'texts'} left out.`
    : '';
  return `${byLength} ${many}${most}${held}`;
}

function theSet({ set }: StudyReport): ReportSection {
  const languages = [...new Set(set.classes.flatMap((one) => Object.keys(one.languages)))].sort();
  const unread =
    set.errors.length > 0
      ? [`${set.errors.length} lines could not be read or answered; they are left out.`]
      : [];
  return {
    title: 'Prompts',
    says: [`${set.prompts} prompts were measured.`, ...unread],
    tables: [
      {
        caption: 'Prompts by class and language',
        columns: ['class', 'prompts', ...languages.map(foreignLine), 'tokens (median)'],
        rows: set.classes.map((one) => [
          className[one.class],
          `${one.prompts}`,
          ...languages.map((language) => `${one.languages[language] ?? 0}`),
          one.tokens.toFixed(0),
        ]),
      },
    ],
  };
}

const DIFFERENCE = ['AUROC', 'Hedges’ g', 'p (FDR)', 'p (Holm)'] as const;

function pairSection(pair: StudiedPair): ReportSection {
  const { of, against, length, tested, differ, heads, means, prompt } = pair;
  return {
    title: `${capital(className[of])} against ${className[against]}`,
    says: [
      `An AUROC above 0.5 says that the number tends to be larger in ${className[of]}. Of ${tested} numbers ${differ.raw} differ at 5 % after Holm as they are, ${differ.adjusted} with length and language accounted for.`,
      'It does not say that a prompt can be judged by the number, nor that the model obeys: rows are chosen as the largest of many, so their sizes are too high, and wording that only one class of this set has is in them.',
      ...chosenMost(pair),
    ],
    tables: [
      {
        caption: 'Length alone',
        columns: ['number', ...DIFFERENCE],
        rows: [
          ['tokens', ...differenceCells(length.tokens)],
          ['characters of the text', ...differenceCells(length.characters)],
        ],
      },
      crossTable(pair),
      featureTable('Heads that tell most', heads),
      featureTable('Means over heads that tell most', means),
      featureTable('Numbers of the whole prompt', prompt),
    ],
  };
}

function featureTable(caption: string, rows: readonly StudiedFeature[]): ReportTable {
  return {
    caption: `${caption} (length and language accounted for; AUROC as it is in the last column)`,
    columns: ['number', ...DIFFERENCE, 'AUROC, raw'],
    rows: rows.map(({ feature, raw, adjusted }) => [
      featureWords(feature),
      ...differenceCells(adjusted),
      ranged(raw.auroc),
    ]),
  };
}

/** Which numbers of heads the folds chose. */
function chosenMost({ crossValidated }: StudiedPair): string[] {
  const chosen = crossValidated.flatMap((row) => row.chosen);
  return chosen.length === 0
    ? []
    : [`On texts that were left out, most folds chose ${chosen.map(featureWords).join('; ')}.`];
}

const ROWS = { length: 'length only', heads: 'five numbers of heads', prompt: 'numbers of the whole prompt' };

function crossTable({ crossValidated }: StudiedPair): ReportTable {
  return {
    caption: 'Logistic regression on texts that were left out',
    columns: ['by', 'AUROC', 'folds', 'left out together'],
    rows: crossValidated.map(({ name, auroc, folds, byGroup }) => [
      ROWS[name],
      ranged(auroc),
      `${folds}`,
      byGroup ? 'texts made alike' : 'nothing',
    ]),
  };
}

function how({ model, tool, seed, generate, set, pairs }: StudyReport): ReportSection {
  const tests = pairs.reduce((sum, { tested }) => sum + tested, 0);
  return {
    title: 'How it was made',
    says: [
      `Attnscope ${tool.version}; model ${foreignLine(model.name)} (${model.layers} layers, ${model.heads} heads, SHA-256 ${model.sha256}); lines with SHA-256 ${set.sha256}; seed ${seed}; answers of at most ${generate} tokens, the likeliest each time. The same seed, lines, model and number of threads give the same numbers.`,
      `Intervals are at 95 %. AUROC: DeLong’s variance on the logit scale. Hedges’ g: normal. p: Mann and Whitney for numbers as they are, Student’s t of the class beside ln tokens, its square and the language for adjusted ones; corrected after Benjamini and Hochberg (FDR) and after Holm, over all pairs of classes together: the tests of the ${tests} numbers as they are, those of the adjusted ones, and those of the lengths, each kind by itself, whether they are shown or not; the correlations of anomaly with behaviours over all of these. Shares: Wilson. Correlations: Fisher’s z. Formulas and limits: docs/study.md.`,
    ],
    tables: [],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
