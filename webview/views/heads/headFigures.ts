import { defensive, susceptible } from '../../../src/attention/patterns/patterns';
import { partNames, readerName } from '../../../src/describe/names';
import { type HeadsRead, METRICS, type Metric, type PerHead } from '../../../src/protocol/requests/heads';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import type { HeadQuestions } from './askHeads';

/** A figure that heads are sorted by. */
export interface HeadFigure {
  /** In file names. */
  name: string;
  title: string;
  /** What it says, in a sentence, where its title does not. */
  means?: string;
  /** `[layer][head]` */
  values: PerHead;
  format(value: number): string;
}

const metricNames: Record<Metric, string> = {
  entropy: strings.metricEntropy,
  sink: strings.metricSink,
  distance: strings.metricDistance,
  previousToken: strings.metricPrevious,
  induction: strings.metricInduction,
  duplicateToken: strings.metricDuplicate,
};

const meanings: Record<Metric, string> = {
  entropy: strings.meansEntropy,
  sink: strings.meansSink,
  distance: strings.meansDistance,
  previousToken: strings.meansPrevious,
  induction: strings.meansInduction,
  duplicateToken: strings.meansDuplicate,
};

/** The metrics of heads by name. */
export function metricFigures({ l10n }: View, metrics: HeadsRead['metrics']): HeadFigure[] {
  return METRICS.map((metric) => ({
    name: metric,
    title: l10n.t(metricNames[metric]),
    means: l10n.t(meanings[metric]),
    values: metrics[metric],
    format: metric === 'distance' ? tokensAway : l10n.percent,
  }));

  function tokensAway(value: number): string {
    return l10n.number(Math.round(10 * value) / 10);
  }
}

/** All that heads can be sorted by on this prompt: metrics, what they read of each part, and the safety patterns. */
export function headFigures(view: View, questions: HeadQuestions, read: HeadsRead): HeadFigure[] {
  const { l10n, shown } = view;
  const { segments, attention } = shown.result;
  const { parts, partIn, boundaryIn, controlsIn } = questions;
  const names = partNames(parts, segments).map(l10n.say);
  const reader = l10n.say(readerName(attention.reading.kind));
  const figure = (name: string, text: string, target: string, values: PerHead): HeadFigure => ({
    name,
    title: l10n.t(text, { target, reader }),
    values,
    format: l10n.percent,
  });
  const ofParts = parts.flatMap((part, at) => {
    const own = partIn(read, part);
    const target = names[at]!;
    const file = `${part.kind}-${part.index + 1}`;
    const all = [
      figure(`reading-${file}`, strings.headReads, target, own.reading),
      figure(`later-mean-${file}`, strings.headLaterMean, target, own.laterMean),
    ];
    if (part.kind !== 'finding') return all;
    const controls = controlsIn(read, part);
    return [
      ...all,
      figure(`later-max-${file}`, strings.headLaterMax, target, own.laterMax),
      ...(controls.length > 0
        ? [figure(`susceptible-${file}`, strings.headSusceptible, target, susceptible(own, controls))]
        : []),
    ];
  });
  const ofBoundaries = attention.boundaries.map(({ boundary }, at) =>
    figure(`boundary-${at + 1}`, strings.headBoundary, boundary, boundaryIn(read, at).perToken),
  );
  const [instructions, untrusted] = (['author', 'untrusted'] as const).map((trust) =>
    parts.filter(({ kind, index }) => kind === 'segment' && segments[index]!.trust === trust),
  );
  const guard =
    instructions!.length > 0 && untrusted!.length > 0
      ? [
          figure(
            'defensive',
            strings.headDefensive,
            '',
            defensive(
              instructions!.map((part) => partIn(read, part)),
              untrusted!.map((part) => partIn(read, part)),
            ),
          ),
        ]
      : [];
  return [...metricFigures(view, read.metrics), ...guard, ...ofParts, ...ofBoundaries].filter(({ values }) =>
    values.flat().some((value) => value !== null),
  );
}

/** The values of the heads that are shown; `null` for the others. */
export function onlyShown(values: PerHead, shows: (layer: number, head: number) => boolean): PerHead {
  return values.map((heads, layer) => heads.map((value, head) => (shows(layer, head) ? value : null)));
}

/** A metric on random tokens or plain texts beside that on the prompt. */
export function elsewhere(values: PerHead | undefined, layer: number, head: number): number | null {
  return values?.[layer]?.[head] ?? null;
}
