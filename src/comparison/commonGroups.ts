import type { Alignment } from '../protocol/measured/comparison';
import { commonTokens, type Partner } from './differenceMap';

/** The tokens that two prompts have in common, in groups of neighbours: what a row or column of a long map stands for. */
export interface CommonGroups {
  /** Most tokens of a group: a power of 2. */
  size: number;
  /** `[group]`: its first and last token. What one prompt alone has between them is in no group. */
  groups: readonly { first: Partner; last: Partner }[];
  /** `[tokens]` of each prompt: the group of a token, −1 for one that the other prompt has not. */
  before: readonly number[];
  after: readonly number[];
}

/** The smallest groups of which there are about `most`; `alone`: tokens, such as sinks, that share theirs with none. */
export function commonGroups(
  alignment: Alignment,
  most: number,
  alone: { before: number | null; after: number | null },
): CommonGroups {
  const tokens = commonTokens(alignment);
  const size = 2 ** Math.max(0, Math.ceil(Math.log2(tokens.length / most)));
  const ends = alignment.runs.at(-1);
  const before = new Array<number>(ends?.before.end ?? 0).fill(-1);
  const after = new Array<number>(ends?.after.end ?? 0).fill(-1);
  const groups: { first: Partner; last: Partner }[] = [];
  let room = 0;
  for (const token of tokens) {
    const isAlone = token.before === alone.before || token.after === alone.after;
    if (room === 0 || isAlone) {
      groups.push({ first: token, last: token });
      room = size;
    }
    groups.at(-1)!.last = token;
    room = isAlone ? 0 : room - 1;
    before[token.before] = after[token.after] = groups.length - 1;
  }
  return { size, groups, before, after };
}

/**
 * After − before of two maps `[groups, groups]` of the same groups, whose cells are means: the mean over the pairs of tokens
 * that both prompts have. NaN where a causal model cannot read, and in `left`: columns that are left out.
 */
export function groupedDifference(
  before: Float32Array,
  after: Float32Array,
  causal: boolean,
  left: readonly (number | undefined)[],
): Float32Array {
  const side = Math.sqrt(after.length);
  return after.map((value, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    return (causal && column > row) || left.includes(column) ? NaN : value - before[at]!;
  });
}
