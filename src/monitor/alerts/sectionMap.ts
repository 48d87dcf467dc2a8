import type { Features } from '../../protocol/measured/features';
import type { SectionMap } from '../../protocol/measured/rootCause';
import type { Monitor } from '../monitor';
import { fromScale } from '../scale';

/** Figures of heads are the first block of a fit. */
const HEADS = 0;

/**
 * What each section gets of the reading position's attention, layer by layer, mean over the heads: in an input, and in
 * the inputs of its length that the baseline leads one to expect. Heads of which one is not known are left out of both.
 */
export function sectionMap({ baseline, reference, fitted }: Monitor, input: Features): SectionMap {
  const { layers } = input.model;
  const { sections } = baseline;
  const length = Math.log(input.tokens);
  const sums = sections.map(() => Array.from({ length: layers }, () => ({ seen: 0, expected: 0, heads: 0 })));
  for (const [place, { name, section, layer, at }] of reference.features.entries()) {
    const line = fitted[HEADS]!.lines[place];
    const value = input.values[at]!;
    if (name !== 'share' || !section || !line || Number.isNaN(value)) continue;
    const cell = sums[sections.indexOf(section)]![layer]!;
    cell.seen += value;
    cell.expected += fromScale(name, line.meanY + line.slope * (length - line.meanX));
    cell.heads += 1;
  }
  const mean = (of: 'seen' | 'expected') =>
    sums.map((row) => row.map((cell) => (cell.heads === 0 ? null : cell[of] / cell.heads)));
  return { sections, seen: mean('seen'), expected: mean('expected') };
}
