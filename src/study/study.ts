import { SCHEMA_VERSION } from '../protocol/analysis';
import { StudyClass, type StudyPoint, type StudyReport } from '../protocol/measured/study';
import { quantile } from '../statistics/moments';
import { behaviourEffects, behaviourRates } from './behaviours';
import { checkersOf } from './checkersOf';
import { comparePairs, FEWEST_PROMPTS } from './comparePairs';
import { featureTable } from './featureTable';
import type { StudiedPrompt } from './studiedPrompt';

/** Each class against each other. */
const PAIRS: readonly [StudyClass, StudyClass][] = [
  ['jailbreak', 'normal'],
  ['injection', 'normal'],
  ['injection', 'jailbreak'],
];

/** What the report tells beside the numbers of the prompts. */
export interface StudyRun {
  version: string;
  seed: number;
  generate: number;
  sha256: string;
  errors: StudyReport['set']['errors'];
}

/** Compares the classes in all that was measured. The prompts and the seed alone decide every number. */
export function study(prompts: readonly StudiedPrompt[], run: StudyRun): StudyReport {
  const table = featureTable(prompts);
  const { name, sha256, layers, heads } = prompts[0]!.features.model;
  const reference = prompts.filter((prompt) => prompt.reference).length;
  const sizes = new Map(StudyClass.options.map((kind) => [kind, ofClass(prompts, kind).length]));
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'study',
    tool: { name: 'attnscope', version: run.version },
    model: { name, sha256, layers, heads },
    seed: run.seed,
    generate: run.generate,
    set: {
      sha256: run.sha256,
      prompts: prompts.length,
      classes: StudyClass.options.flatMap((kind) => classOf(ofClass(prompts, kind), kind)),
      errors: run.errors,
    },
    features: table.length,
    pairs: comparePairs(
      prompts,
      table,
      PAIRS.filter((pair) => pair.every((kind) => sizes.get(kind)! >= FEWEST_PROMPTS)),
      run.seed,
    ),
    reference: reference > 0 ? reference : null,
    rates: behaviourRates(prompts, ({ line }) => checkersOf(line)),
    ...behaviourEffects(prompts, ({ line }) => checkersOf(line)),
    points: prompts.map(pointOf),
  };
}

function ofClass(prompts: readonly StudiedPrompt[], kind: StudyClass): StudiedPrompt[] {
  return prompts.filter(({ line }) => line.class === kind);
}

function classOf(prompts: readonly StudiedPrompt[], kind: StudyClass): StudyReport['set']['classes'] {
  if (prompts.length === 0) return [];
  const languages: Record<string, number> = {};
  for (const { line } of prompts) {
    if (line.language !== undefined) languages[line.language] = (languages[line.language] ?? 0) + 1;
  }
  const tokens = prompts.map(({ features }) => features.tokens).sort((a, b) => a - b);
  return [{ class: kind, prompts: prompts.length, languages, tokens: quantile(tokens, 0.5) }];
}

function pointOf({ line, features, figures, behaviour, reference }: StudiedPrompt): StudyPoint {
  const { id, language = null } = line;
  const { anomaly } = figures;
  return { id, class: line.class, language, tokens: features.tokens, reference, anomaly, behaviour };
}
