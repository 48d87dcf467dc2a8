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

/** How anomaly goes with each behaviour, in each class and in all; prompts of the reference are left out. */
export function behaviourEffects(prompts: readonly StudiedPrompt[], checkers: CheckersOf): BehaviourEffect[] {
  return [null, ...StudyClass.options].flatMap((kind) =>
    MEANINGS.flatMap((means): BehaviourEffect[] => {
      const rows = scored(prompts, kind).flatMap((prompt) => {
        const shown = shows(prompt, checkers, means);
        return shown === null ? [] : [{ shown, anomaly: prompt.figures.anomaly! }];
      });
      if (rows.length === 0) return [];
      const yes = rows.filter(({ shown }) => shown).map(({ anomaly }) => anomaly);
      const no = rows.filter(({ shown }) => !shown).map(({ anomaly }) => anomaly);
      const enough = Math.min(yes.length, no.length) >= FEWEST;
      return [
        {
          ...{ class: kind, means, shown: yes.length, others: no.length },
          auroc: enough ? auroc(yes, no) : null,
          g: enough ? hedgesG(yes, no) : null,
          pointBiserial: enough
            ? pearson(
                rows.map(({ shown }) => Number(shown)),
                rows.map(({ anomaly }) => anomaly),
              )
            : null,
        },
      ];
    }),
  );
}

/** How anomaly goes with the log-probability of the wanted answer. */
export function wantedEffects(prompts: readonly StudiedPrompt[]): WantedEffect[] {
  return [null, ...StudyClass.options].flatMap((kind): WantedEffect[] => {
    const rows = scored(prompts, kind).filter(({ behaviour }) => typeof behaviour?.wanted === 'number');
    if (rows.length === 0) return [];
    const anomaly = rows.map(({ figures }) => figures.anomaly!);
    return [
      {
        class: kind,
        of: rows.length,
        spearman: spearman(
          anomaly,
          rows.map(({ behaviour }) => behaviour!.wanted!),
        ),
      },
    ];
  });
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
