/** Why there is an alert, as its page shows it beside the maps of the prompt. */
import { TokenSpan } from '../attention';
import { z } from '../schema';
import { Alert } from './alert';
import { Section } from './features';

const perLayer = z.array(z.array(z.nullable(z.number())));

/** `[section][layer]`: share of the reading position's attention, mean of heads; `null` where it is not known. */
export const SectionMap = z.object({
  sections: z.array(Section),
  seen: perLayer,
  /** In normal inputs of this length, by the baseline. */
  expected: perLayer,
});
export type SectionMap = z.infer<typeof SectionMap>;

export const RootCause = z.object({
  alert: Alert,
  /** The tokens of each section that has any, in runs. */
  tokens: z.array(z.object({ section: Section, runs: z.array(TokenSpan) })),
  /** `null` where the baseline of the alert is not at hand. */
  map: z.nullable(SectionMap),
});
export type RootCause = z.infer<typeof RootCause>;
