import type { Difference, StudyClass, StudyFeature } from '../../protocol/measured/study';

/** Numbers of the whole prompt, in words. */
const PROMPT: Readonly<Record<string, string>> = {
  anomaly: 'anomaly (monitor’s score)',
  publishedAnomalies: 'rows above 0.5 (published rule)',
  publishedWithoutSink: 'rows above 0.5, without sink and self',
  unusualRows: 'rows unusual against clean texts',
  instructionProbe: 'probe of planted instructions, highest sentence',
  dataProbe: 'probe of instructions in data, highest sentence',
  nextEntropy: 'entropy of the next token',
  nextProbability: 'probability of the likeliest next token',
  leftOutKl: 'KL of leaving out the most suspicious sentence',
};

const METRIC: Readonly<Record<string, string>> = {
  share: 'share',
  entropy: 'entropy',
  sink: 'weight on the sink',
  distance: 'distance',
  previousToken: 'previous token',
  induction: 'induction',
  duplicateToken: 'duplicate token',
};

/** A feature by its place and name; layers and heads from 0. */
export function featureWords({ name, layer, head, section }: StudyFeature): string {
  const said = PROMPT[name] ?? METRIC[name] ?? name;
  const what = section === undefined ? said : `${said} of ${section}`;
  if (layer === undefined) return PROMPT[name] === undefined ? `mean of all heads: ${what}` : what;
  return head === undefined
    ? `layer ${layer}, mean of heads: ${what}`
    : `layer ${layer}, head ${head}: ${what}`;
}

export const className: Readonly<Record<StudyClass, string>> = {
  normal: 'normal prompts',
  jailbreak: 'jailbreaks',
  injection: 'injections',
};

export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** `0.71 [0.62, 0.79]`; an en dash where there is nothing to tell. */
export function ranged(estimate: Ranged | null, digits = 2): string {
  if (!estimate) return '–';
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((one) => one.toFixed(digits));
  return `${value} [${low}, ${high}]`;
}

function probability(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** Cells of a difference: AUROC, g, and p after both corrections. */
export function differenceCells({ auroc, g, ...p }: Difference): string[] {
  return [ranged(auroc), ranged(g), ...correctedCells(p)];
}

/** p after both corrections; en dashes where there was no test. */
export function correctedCells(tested: Pick<Difference, 'fdr' | 'holm'> | null): string[] {
  return tested ? [probability(tested.fdr), probability(tested.holm)] : ['–', '–'];
}

export function percent({ value, low, high }: Ranged): string {
  const of = (one: number) => (100 * one).toFixed(0);
  return `${of(value)} % [${of(low)}, ${of(high)}]`;
}
