import { meanOfLayers } from '../attention/parts';
import { takeSinkOut } from '../attention/withoutSink';
import type { AttentionSummary, Treated } from '../protocol/attention';
import type { Alignment, ComparedToken, Comparison } from '../protocol/measured/comparison';
import { partners } from './align';
import { change } from './change';
import { commonTokens } from './differenceMap';

/** Tokens that are told. */
const MOST = 20;

/** What is read from the reading position in both prompts: layer by layer, and of the tokens that changed most. */
export function compareReading(
  before: AttentionSummary,
  after: AttentionSummary,
  alignment: Alignment,
): Pick<Comparison, 'layers' | 'tokens'> {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const common = commonTokens(alignment);
  const partner = { before: partners(alignment, 'before'), after: partners(alignment, 'after') };
  const movedIn = (treatment: keyof Treated<unknown>) =>
    from[treatment].map((row, layer) => {
      const other = to[treatment][layer]!;
      const moved = common.reduce((sum, at) => sum + Math.abs(other[at.after]! - row[at.before]!), 0);
      // Added to each other first, so that it does not matter which prompt comes first.
      return (moved + (alone(row, partner.before) + alone(other, partner.after))) / 2;
    });
  const meanAt = (rows: Treated<Float64Array[]>, token: number): Treated<number> => ({
    raw: meanOfLayers(rows.raw.map((row) => row[token]!)),
    withoutSink: meanOfLayers(rows.withoutSink.map((row) => row[token]!)),
  });
  const tokens = common
    .map(({ before: key, after: partner }): ComparedToken => {
      const share = { before: meanAt(from, key), after: meanAt(to, partner) };
      return { before: key, after: partner, share, change: change(share.before, share.after) };
    })
    .filter(({ change }) => change.raw !== 0 || change.withoutSink !== 0)
    .sort((one, other) => Math.abs(other.change.withoutSink) - Math.abs(one.change.withoutSink));
  return {
    layers: { raw: movedIn('raw'), withoutSink: movedIn('withoutSink') },
    tokens: tokens.slice(0, MOST),
  };
}

/** Rows of the reading position `[layer][key]`. */
function rowsOf({ reading, sink }: AttentionSummary): Treated<Float64Array[]> {
  const raw = reading.perLayer.map((row) => Float64Array.from(row));
  const withoutSink = raw.map((row) => {
    const own = row.slice();
    takeSinkOut(own, 1, own.length, sink, 0);
    return own;
  });
  return { raw, withoutSink };
}

/** What a row gives to tokens without a partner. */
function alone(row: Float64Array, partner: Int32Array): number {
  return row.reduce((sum, weight, key) => (partner[key]! < 0 ? sum + weight : sum), 0);
}
