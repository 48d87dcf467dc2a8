import type { Alert } from '../protocol/measured/alert';
import type { FeatureKind, Section } from '../protocol/measured/features';
import type { CheckedStatistic } from '../protocol/measured/monitor';
import { sentence, type Sentence } from '../protocol/sentence';
import { mapName } from './names';
import type { Phrase, Value } from './phrase';

const sectionNames: Record<Section, Sentence> = {
  system: sentence('the system text'),
  user: sentence('the user text'),
  assistant: sentence('the assistant text'),
  untrusted: sentence('the untrusted text'),
  template: sentence('the chat template'),
  sink: sentence('the sink'),
};

/** A part of a prompt by who wrote it. */
export const sectionName = (section: Section): Phrase => sectionNames[section];

const figureNames: Record<Exclude<FeatureKind, 'share'> | 'states', Sentence> = {
  entropy: sentence('how evenly weight is spread'),
  sink: sentence('the weight on the sink'),
  distance: sentence('the distance read, in tokens'),
  previousToken: sentence('the weight on the token before'),
  induction: sentence('the weight on what followed the same token'),
  duplicateToken: sentence('the weight on the same token'),
  states: sentence('the distance of its mean state'),
};

/** What a statistic is of, without its numbers. */
export function statisticName({ name, section }: CheckedStatistic): Phrase {
  if (name !== 'share') return figureNames[name];
  return section
    ? sentence('the share of attention on {section}', { section: sectionName(section) })
    : sentence('the share of attention');
}

/** Where a statistic is from: a layer, or a head of it; `null` where it is of the whole model. */
export function statisticPlace({ layer, head }: CheckedStatistic): Phrase | null {
  if (layer === undefined) return null;
  return head === undefined ? sentence('layer {layer}', { layer: String(layer) }) : mapName(layer, head);
}

/** A statistic in one sentence: which, what was seen, and what the baseline leads one to expect. */
export function statisticInWords(statistic: CheckedStatistic): Phrase {
  const { name, value, expected, z } = statistic;
  const number = (of: number): Value => (name === 'share' ? { share: of } : { rounded: of });
  const said = {
    figure: statisticName(statistic),
    value: number(value),
    expected: number(expected),
    z: { rounded: Math.abs(z) },
  };
  const place = statisticPlace(statistic);
  return place
    ? sentence(
        'In {place}, {figure} is {value}; normal prompts of this length have {expected}, so it is {z} standard deviations off.',
        { place, ...said },
      )
    : sentence(
        'In all, {figure} is {value}; normal prompts of this length have {expected}, so it is {z} standard deviations off.',
        said,
      );
}

/** Why there is an alert, in one sentence: the statistic that is farthest off, or what a stream is like. */
export function alertInWords({ statistics, score, threshold, stream }: Alert): Phrase {
  if (stream) return streamInWords(stream, score, threshold);
  const [farthest] = statistics;
  return farthest
    ? statisticInWords(farthest)
    : sentence('The score {score} is above the threshold {threshold}.', {
        score: { rounded: score },
        threshold: { rounded: threshold },
      });
}

function streamInWords(
  { statistic, inputs, alarms }: NonNullable<Alert['stream']>,
  score: number,
  threshold: number,
): Phrase {
  return statistic === 'surplus'
    ? sentence(
        'Alarms come more often than was asked for: {alarms} of the last {inputs} inputs of the stream raised one.',
        { alarms: String(alarms), inputs: String(inputs) },
      )
    : sentence(
        'The last {inputs} inputs of the stream together are read unlike normal ones: the drift of their states is {score}, and that of normal inputs stays below {threshold}.',
        { inputs: String(inputs), score: { rounded: score }, threshold: { rounded: threshold } },
      );
}

/** What an alert means, and what it does not. */
export const alertMeans: Phrase = sentence(
  'An alert says that the model reads this prompt unlike the normal ones of the baseline. It does not say that the prompt is harmful: one normal prompt in as many as were asked for is told too.',
);
