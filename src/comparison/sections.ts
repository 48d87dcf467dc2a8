import { meanOfLayers, partsOf, sharesPerLayer, type Part } from '../attention/parts';
import type { AnalysisResult } from '../protocol/analysis';
import type { ComparedSection, SectionMass } from '../protocol/measured/comparison';
import { change } from './change';
import { pairUp } from './pairUp';

type Section = Part & { kind: ComparedSection['kind'] };

/**
 * The parts of both prompts side by side, that of which most more or less is read first. Segments are the same where the
 * same role has most tokens in common; then those of one role in their order.
 */
export function compareSections(
  before: AnalysisResult,
  after: AnalysisResult,
  partner: Int32Array,
): ComparedSection[] {
  const [ofBefore, ofAfter] = [sectionsOf(before), sectionsOf(after)];
  const belong = (one: Section, other: Section) =>
    one.kind === other.kind &&
    (one.kind !== 'segment' || before.segments[one.index]!.role === after.segments[other.index]!.role);
  const pairs = pairUp(ofBefore, ofAfter, { partner, belong, alsoWithout: true });
  return pairs
    .map(([one, other]) => {
      const masses = { before: one && massOf(before, one), after: other && massOf(after, other) };
      const segment = other ? after.segments[other.index] : before.segments[one!.index];
      const { kind } = (other ?? one)!;
      const speaker = kind === 'segment' && segment ? { role: segment.role, trust: segment.trust } : null;
      return { kind, speaker, ...masses, change: change(masses.before?.share, masses.after?.share) };
    })
    .sort((one, other) => Math.abs(other.change.raw) - Math.abs(one.change.raw));
}

function sectionsOf(result: AnalysisResult): Section[] {
  return partsOf(result).filter((part): part is Section => part.kind !== 'finding');
}

function massOf({ attention }: AnalysisResult, { kind, index, tokens }: Section): SectionMass {
  const perLayer = sharesPerLayer(attention, tokens);
  return {
    segment: kind === 'segment' ? index : null,
    tokens: tokens.length,
    share: { raw: meanOfLayers(perLayer.raw), withoutSink: meanOfLayers(perLayer.withoutSink) },
    perLayer,
  };
}
