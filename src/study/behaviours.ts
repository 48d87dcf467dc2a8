import { showed } from '../behaviour/compileCheckers';
import type { BehaviourMeaning, Checker } from '../protocol/behaviour';
import {
  StudyClass,
  type BehaviourEffect,
  type BehaviourRate,
  type WantedEffect,
} from '../protocol/measured/study';
import { pearson, spearman } from '../statistics/correlation';
import { auroc, hedgesG } from '../statistics/effectSizes';
import { wilson } from '../statistics/proportion';
import { correctEach } from './corrections';
import type { StudiedPrompt } from './studiedPrompt';

const MEANINGS: readonly BehaviourMeaning[] = ['refusal', 'leak', 'followed'];
/** With fewer prompts on a side no effect is told. */
const FEWEST = 5;

/** Which checkers a prompt was asked by. */
export type CheckersOf = (prompt: StudiedPrompt) => readonly Checker[];

/** How often each class showed each behaviour. */
export function behaviourRates(prompts: readonly StudiedPrompt[], checkers: CheckersOf): BehaviourRate[] {
  return StudyClass.options.flatMap((kind) =>
    MEANINGS.flatMap((means): BehaviourRate[] => {
      const shown = prompts
        .filter(({ line }) => line.class === kind)
        .map((prompt) => shows(prompt, checkers, means))
        .filter((one) => one !== null);
      const count = shown.filter(Boolean).length;
      return shown.length === 0
        ? []
        : [{ class: kind, means, shown: count, of: shown.length, rate: wilson(count, shown.length) }];
    }),
  );
}

/**
 * How anomaly goes with each behaviour, and with the log-probability of the wanted answer, in each class and in all;
 * prompts of the reference are left out. p-values are corrected over all of these correlations.
 */
export function behaviourEffects(
  prompts: readonly StudiedPrompt[],
  checkers: CheckersOf,
): { effects: BehaviourEffect[]; wanted: WantedEffect[] } {
  const kinds = [null, ...StudyClass.options];
  const effects = kinds.flatMap((kind) =>
    MEANINGS.flatMap((means) => effectOf(scored(prompts, kind), kind, means, checkers) ?? []),
  );
  const wanted = kinds.flatMap((kind) => wantedOf(scored(prompts, kind), kind) ?? []);
  const [ofEffects, ofWanted] = correctEach([
    effects.map(({ pointBiserial }) => pointBiserial),
    wanted.map(({ spearman: rho }) => rho),
  ]);
  return {
    effects: effects.map((one, at) => ({ ...one, pointBiserial: ofEffects![at]! })),
    wanted: wanted.map((one, at) => ({ ...one, spearman: ofWanted![at]! })),
  };
}

function effectOf(
  prompts: readonly StudiedPrompt[],
  kind: StudyClass | null,
  means: BehaviourMeaning,
  checkers: CheckersOf,
) {
  const rows = prompts.flatMap((prompt) => {
    const shown = shows(prompt, checkers, means);
    return shown === null ? [] : [{ shown, anomaly: prompt.figures.anomaly! }];
  });
  if (rows.length === 0) return null;
  const yes = rows.filter(({ shown }) => shown).map(({ anomaly }) => anomaly);
  const no = rows.filter(({ shown }) => !shown).map(({ anomaly }) => anomaly);
  const enough = Math.min(yes.length, no.length) >= FEWEST;
  return {
    ...{ class: kind, means, shown: yes.length, others: no.length },
    auroc: enough ? auroc(yes, no) : null,
    g: enough ? hedgesG(yes, no) : null,
    pointBiserial: enough
      ? pearson(
          rows.map(({ shown }) => Number(shown)),
          rows.map(({ anomaly }) => anomaly),
        )
      : null,
  };
}

function wantedOf(prompts: readonly StudiedPrompt[], kind: StudyClass | null) {
  const rows = prompts.filter(({ behaviour }) => typeof behaviour?.wanted === 'number');
  if (rows.length === 0) return null;
  const anomaly = rows.map(({ figures }) => figures.anomaly!);
  const wanted = rows.map(({ behaviour }) => behaviour!.wanted!);
  return { class: kind, of: rows.length, spearman: spearman(anomaly, wanted) };
}

function scored(prompts: readonly StudiedPrompt[], kind: StudyClass | null): StudiedPrompt[] {
  return prompts.filter(
    ({ line, reference, figures }) =>
      (kind === null || line.class === kind) && !reference && figures.anomaly !== null,
  );
}

function shows(prompt: StudiedPrompt, checkers: CheckersOf, means: BehaviourMeaning): boolean | null {
  return prompt.behaviour && showed(prompt.behaviour.checks, checkers(prompt), means);
}
