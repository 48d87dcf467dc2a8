import { commonGroups, groupedDifference } from '../../../src/comparison/commonGroups';
import { differenceMap, type Partner } from '../../../src/comparison/differenceMap';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import type { TokenSpan } from '../../../src/protocol/attention';
import type { HeadChoice } from '../../../src/protocol/borders/inference';
import { asShown } from '../../maps/asShown';
import type { MapBlock, MapSource } from '../../maps/mapSource';
import type { ComparisonView } from './comparisonView';

/** Rows and columns that a map of long prompts has at most, but for sinks. */
const MOST_CELLS = 1024;

/** After − before, and the tokens that rows and columns stand for. */
export interface ShownDifferences {
  rows: number;
  columns: number;
  values: Float32Array;
  rowTokens: readonly Range[];
  columnTokens: readonly Range[];
}

/** Tokens that both prompts have, from the first to the last. */
interface Range {
  first: Partner;
  last: Partner;
}

/** Reads a layer's map of a head in both prompts, and gives their difference, with the sink or without. */
export type ReadDifferences = (
  map: { layer: number; head: HeadChoice },
  signal: AbortSignal,
) => Promise<(sinkHidden: boolean) => ShownDifferences>;

type Compared = Pick<ComparisonView, 'comparison' | 'before' | 'after' | 'maps'>;

/** Token by token, for some queries of each prompt. `coarse`: what is said where a file holds no such maps. */
export function byToken(
  { comparison, before, after, maps }: Compared,
  queries: Record<'before' | 'after', TokenSpan>,
  coarse: string,
): ReadDifferences {
  return async ({ layer, head }, signal) => {
    const ask = async (source: MapSource, { first, end }: TokenSpan): Promise<MapBlock> => {
      const asked = { layers: [layer], heads: [head], firstQuery: first, endQuery: end, pool: 1 };
      return { ...(await source.maps(asked, signal)), rowsBefore: first };
    };
    // One after the other: the process reads one prompt at a time.
    const was = await ask(maps.before, queries.before);
    const is = await ask(maps.after, queries.after);
    // Cells of several tokens have no partners.
    if (was.pool !== 1 || is.pool !== 1) throw new Error(coarse);
    return (sinkHidden) => {
      const own = (block: MapBlock, { attention }: AnalysisResult) => {
        const sinkOut = sinkHidden ? attention.sink : null;
        return { ...block, values: asShown(block.values, block, { causal: attention.causal, sinkOut }) };
      };
      const map = differenceMap(own(was, before.result), own(is, after.result), comparison.alignment);
      const single = (token: Partner) => ({ first: token, last: token });
      return { ...map, rowTokens: map.rowTokens.map(single), columnTokens: map.columnTokens.map(single) };
    };
  };
}

/** The whole of long prompts, in groups of tokens that both have, and the most tokens of a group. */
export function byGroups(
  { comparison, before, after, maps }: Compared,
  coarse: string,
): { size: number; read: ReadDifferences } {
  const sinks = { before: before.result.attention.sink, after: after.result.attention.sink };
  const common = commonGroups(comparison.alignment, MOST_CELLS, sinks);
  const read: ReadDifferences = async ({ layer, head }, signal) => {
    const ask = (source: MapSource, groups: readonly number[]) => {
      const asked = {
        layers: [layer],
        heads: [head],
        firstQuery: 0,
        endQuery: groups.length,
        pool: 1,
        groups,
      };
      return source.maps(asked, signal);
    };
    const was = await ask(maps.before, common.before);
    const is = await ask(maps.after, common.after);
    const side = common.groups.length;
    // A report cannot draw groups of its own.
    if ([was, is].some(({ rows, columns }) => rows !== side || columns !== side)) throw new Error(coarse);
    return (sinkHidden) => {
      const left = [common.before[sinks.before ?? -1], common.after[sinks.after ?? -1]];
      const { causal } = after.result.attention;
      return {
        rows: side,
        columns: side,
        values: groupedDifference(was.values, is.values, causal, sinkHidden ? left : []),
        rowTokens: common.groups,
        columnTokens: common.groups,
      };
    };
  };
  return { size: common.size, read };
}
