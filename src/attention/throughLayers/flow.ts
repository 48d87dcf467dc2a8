import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { addMixedRow, type LayerRows } from './mixedRow';

/** Most tokens, from the first to the query, for which flow is computed: its cost grows with their cube. */
export const MOST_FLOW_TOKENS = 128;

/** Less excess than this counts as none. */
const NOTHING = 1e-12;

/** Attention flow to one query. */
export interface QueryFlow {
  /** How many tokens, from the first on, have a say in it. */
  tokens: number;
  /** The largest flow that the query's state can get from an input token, 0 to 1. */
  from(token: number): number;
}

/**
 * Attention flow of a query (Abnar & Zuidema 2020): for each input token the largest flow that its state after the last
 * of `layers` can get from it, where an edge from a token to one of the layer below carries at most their mixed weight
 * (`addMixedRow`). They need not sum to 1. Exact, by the push-relabel method of Goldberg and Tarjan (1988) for each input
 * token.
 *
 * @throws AttnscopeError `bad-input` where more than `MOST_FLOW_TOKENS` tokens have a say in it.
 */
export function prepareFlow(layers: readonly LayerRows[], query: number): QueryFlow {
  const seen = layers.reduce((most, rows) => Math.max(most, lastSeen(rows, query)), query) + 1;
  if (seen > MOST_FLOW_TOKENS) {
    throw new AttnscopeError('bad-input', [
      sentence(
        'Attention flow is computed for at most {most} tokens, and this one has {tokens} up to it. Choose an earlier token or a shorter text; rollout has no such bound.',
        { most: MOST_FLOW_TOKENS, tokens: seen },
      ),
    ]);
  }
  const capacities = layers.map((rows) => {
    const mixed = new Float64Array(seen * seen);
    for (let token = 0; token < seen; token++)
      addMixedRow(mixed.subarray(token * seen, (token + 1) * seen), rows(token).subarray(0, seen), token, 1);
    return mixed;
  });
  return { tokens: seen, from: (token) => largestFlow(capacities, seen, query, token) };
}

function lastSeen(rows: LayerRows, query: number): number {
  return rows(query).findLastIndex((weight) => weight > 0);
}

/**
 * The largest flow from node `from` of the top level to node `to` of the bottom one. `capacities`: `[level][upper,
 * lower]`, of the edges from each level to that below. Only the flow that arrives is computed: what is stuck is not
 * led back.
 */
function largestFlow(capacities: readonly Float64Array[], width: number, from: number, to: number): number {
  const levels = capacities.length;
  const nodes = (levels + 1) * width;
  const source = levels * width + from;
  /** What may still be sent down each edge, and what may be taken back. */
  const down = capacities.map((level) => level.slice());
  const back = capacities.map((level) => new Float64Array(level.length));
  const height = new Int32Array(nodes);
  const excess = new Float64Array(nodes);
  const queue: number[] = [];

  /** Heights as distances to the end; nodes that cannot reach it get the most. */
  function measure(): void {
    height.fill(nodes);
    height[to] = 0;
    let reached = [to];
    for (let distance = 1; reached.length > 0; distance++) {
      const next: number[] = [];
      for (const node of reached) {
        const level = Math.floor(node / width);
        const own = node - level * width;
        for (let other = 0; other < width; other++) {
          const above = (level + 1) * width + other;
          if (level < levels && height[above] === nodes && down[level]![other * width + own]! > NOTHING) {
            height[above] = distance;
            next.push(above);
          }
          const below = (level - 1) * width + other;
          if (level > 0 && height[below] === nodes && back[level - 1]![own * width + other]! > NOTHING) {
            height[below] = distance;
            next.push(below);
          }
        }
      }
      reached = next;
    }
    height[source] = nodes;
  }

  function give(node: number, amount: number): void {
    if (excess[node]! <= NOTHING && node !== to && node !== source) queue.push(node);
    excess[node]! += amount;
  }

  for (let lower = 0; lower < width; lower++) {
    const edge = from * width + lower;
    const amount = down[levels - 1]![edge]!;
    if (amount <= NOTHING) continue;
    down[levels - 1]![edge] = 0;
    back[levels - 1]![edge]! += amount;
    give((levels - 1) * width + lower, amount);
  }
  measure();
  /** No more can arrive than the edges into the end carry. */
  let most = 0;
  for (let upper = 0; upper < width; upper++) most += capacities[0]![upper * width + to]!;
  let relabelled = 0;
  for (let head = 0; head < queue.length && excess[to]! < most - NOTHING; head++) {
    const node = queue[head]!;
    const level = Math.floor(node / width);
    const own = node - level * width;
    while (excess[node]! > NOTHING && height[node]! < nodes) {
      const wanted = height[node]! - 1;
      let lowest = nodes;
      if (level > 0) {
        const cap = down[level - 1]!;
        for (let lower = 0; lower < width && excess[node]! > NOTHING; lower++) {
          const edge = own * width + lower;
          if (cap[edge]! <= NOTHING) continue;
          const other = (level - 1) * width + lower;
          if (height[other]! !== wanted) {
            lowest = Math.min(lowest, height[other]!);
            continue;
          }
          const amount = Math.min(excess[node]!, cap[edge]!);
          cap[edge]! -= amount;
          back[level - 1]![edge]! += amount;
          excess[node]! -= amount;
          give(other, amount);
        }
      }
      if (level < levels) {
        const cap = back[level]!;
        for (let upper = 0; upper < width && excess[node]! > NOTHING; upper++) {
          const edge = upper * width + own;
          if (cap[edge]! <= NOTHING) continue;
          const other = (level + 1) * width + upper;
          if (height[other]! !== wanted) {
            lowest = Math.min(lowest, height[other]!);
            continue;
          }
          const amount = Math.min(excess[node]!, cap[edge]!);
          cap[edge]! -= amount;
          down[level]![edge]! += amount;
          excess[node]! -= amount;
          give(other, amount);
        }
      }
      if (excess[node]! <= NOTHING) break;
      height[node] = Math.min(nodes, lowest + 1);
      if (++relabelled % nodes === 0) measure();
    }
  }
  return excess[to]!;
}
