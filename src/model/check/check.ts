import { z } from '../../protocol/schema';

/** One thing that is checked in a model, with what was measured. */
export const Check = z.object({
  name: z.enum([
    /** It takes token ids. */
    'input-ids',
    /** It has one stack, no encoder with a decoder. */
    'one-stack',
    /** A map is `[batch, heads, queries, keys]`. */
    'shape',
    /** Its weights are numbers; the figure counts those that are not. */
    'numbers',
    /** They are 0 to 1; the figure is how far outside the worst one is. */
    'range',
    /** Rows sum to what the structure says; the figure is how far the worst one is off. */
    'row-sums',
    /** No query attends to a later key; the figure is the largest weight that one has. */
    'causal',
    /** A prompt that is run in pieces gives the same map; the figure is the largest difference. */
    'pieces',
  ]),
  passed: z.boolean(),
  /** What was measured, at its worst; `null` where there was nothing to measure. */
  figure: z.nullable(z.number()),
  /** The largest figure that passes. */
  limit: z.nullable(z.number()),
  /** Where it fails first, and how, as the end of a sentence; `null` where it passed. */
  why: z.nullable(z.string()),
});
export type Check = z.infer<typeof Check>;

/** These tell how a model is to be run, not whether its maps are right. */
const ONLY_TELLS: ReadonlySet<Check['name']> = new Set(['causal', 'pieces']);

/** Why there is nothing to show; `undefined` where nothing stands in the way. */
export function refusalOf(checks: readonly Check[]): string | undefined {
  return checks.find(({ name, passed }) => !passed && !ONLY_TELLS.has(name))?.why ?? undefined;
}

/** Something that holds or not, without a figure. */
export function plainCheck(name: Check['name'], passed: boolean, why: string): Check {
  return { name, passed, figure: null, limit: null, why: passed ? null : why };
}

/** Something that holds up to a limit. */
export function measuredCheck(
  name: Check['name'],
  figure: number,
  limit: number,
  why: string | undefined,
): Check {
  return { name, passed: figure <= limit, figure, limit, why: figure <= limit ? null : (why ?? null) };
}
