import type { FeatureName } from '../protocol/measured/features';
import type { ComparedBaselines, InspectedBaseline } from '../protocol/measured/monitor';
import { plainText } from '../protocol/plainText';

/** How many features are told of. */
const TOLD = 10;
const LONGEST_NAME = 80;

/** What a baseline holds, for the terminal. */
export function inspectedText(inspected: InspectedBaseline): string {
  const { model, template, inputs, kept, tokens, rarest, sections, blocks } = inspected;
  const name = (text: string) => plainText(text, LONGEST_NAME);
  return lines([
    `Model       ${name(model.name)}, ${model.sha256.slice(0, 12)}`,
    `Template    ${template ? `${name(template.name)}, ${template.sha256.slice(0, 12)}` : 'none: whole prompts'}`,
    `Inputs      ${inputs} measured, ${kept} different ones kept`,
    `Length      ${tokens.least} to ${tokens.most} tokens, median ${tokens.median}`,
    `Alarms      ${rarest === null ? 'none: too few inputs' : `at most as rare as one normal input in ${rarest}`}`,
    'Attention   of the reading position, mean over heads:',
    ...sections.map(({ section, share }) => `  ${section.padEnd(10)} ${(100 * share).toFixed(1)} %`),
    'Compared    figures, and how much of their covariance is assumed rather than seen:',
    ...blocks.map(({ name: block, layer, figures, shrinkage }) => {
      const of = layer === undefined ? block : `${block} after layer ${layer}`;
      return `  ${of.padEnd(22)} ${figures}, ${(100 * shrinkage).toFixed(0)} %`;
    }),
  ]);
}

/** How two baselines differ, for the terminal. */
export function comparedText({ kept, tokens, features, states }: ComparedBaselines): string {
  return lines([
    `Inputs kept ${kept.join(' and ')}; tokens of an input ${tokens.map(Math.round).join(' and ')}`,
    'At the same length, difference in standard errors (about 1 where the inputs are alike):',
    ...states.map(({ layer, distance }) => `  states after layer ${layer}: ${distance.toFixed(1)}`),
    ...features.slice(0, TOLD).map((feature) => {
      const { before, after, z } = feature;
      return `  ${featureText(feature)}: ${short(before)} → ${short(after)}, ${z.toFixed(1)}`;
    }),
  ]);
}

function featureText({ name, layer, head, section }: FeatureName): string {
  return `${section ? `${name} of ${section}` : name}, layer ${layer}, head ${head}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
