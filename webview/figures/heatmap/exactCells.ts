import type { Cell } from '../../numbers/matrix';
import { type Disposable, LatestSignal } from '../../dom/disposable';
import type { MapBlock } from '../../maps/mapSource';
import type { PooledBy } from '../../../src/attention/pooling';
import { tokenName } from '../../text/names';
import { sinkTakenOut, type View } from '../../state/state';
import { strings } from '../../text/strings';

/** How long a cell must be pointed at before its tokens' weights are asked for, in ms. */
const PAUSE = 250;

/** What stands behind cells that are each the largest of a block of tokens. */
export interface ExactCells extends Disposable {
  /** What can be said of a cell now: between which two tokens its weight is, or that it is of a block. */
  lines(cell: Cell): string[];
  /** A cell is pointed at; after a pause its rows are asked for. */
  point(cell: Cell | null): void;
  /** The map is another one, in blocks of `pool` tokens a side. */
  reset(pool: number, by?: PooledBy): void;
}

/** Finds the two tokens of a cell; `onFound` is called when they are known. */
export function createExactCells(view: View, onFound: () => void): ExactCells {
  const { l10n, shown, store, maps } = view;
  const { tokens, attention } = shown.result;
  const latest = new LatestSignal();
  let pool = 1;
  let by: PooledBy = 'largest';
  let timer = 0;
  /** Exact rows of the cells in `row`, the last ones that came. */
  let known: { row: number; block: MapBlock } | null = null;

  async function load(row: number): Promise<void> {
    const signal = latest.next();
    const { layer, head } = store.get();
    try {
      const block = await maps.maps(
        {
          layers: [layer],
          heads: [head],
          firstQuery: row * pool,
          endQuery: Math.min(tokens.length, (row + 1) * pool),
          pool: 1,
        },
        signal,
      );
      // A report may hold nothing finer.
      if (signal.aborted || block.pool > 1) return;
      known = { row, block };
      onFound();
    } catch {
      // The block's largest weight stays, and says that it is one.
    }
  }

  /** The largest weight of a cell, with its two tokens. */
  function find({ row, column }: Cell): { query: number; key: number; weight: number } | null {
    if (known?.row !== row) return null;
    const { values, rows, columns } = known.block;
    const sink = sinkTakenOut(view);
    let best: { query: number; key: number; weight: number } | null = null;
    for (let at = 0; at < rows; at++) {
      const query = row * pool + at;
      const end = Math.min(columns, (column + 1) * pool, attention.causal ? query + 1 : columns);
      for (let key = column * pool; key < end; key++) {
        const weight = values[at * columns + key]!;
        if (key === sink) continue;
        if (!best || weight > best.weight) best = { query, key, weight };
      }
    }
    return best;
  }

  return {
    lines(cell) {
      if (pool === 1) return [];
      if (by === 'mean') return [l10n.t(strings.cellMean, { n: pool })];
      const found = find(cell);
      if (!found) return [l10n.t(strings.cellLargest, { n: pool })];
      return [
        l10n.t(strings.cellExact, {
          row: tokenName(l10n, tokens, found.query),
          column: tokenName(l10n, tokens, found.key),
          weight: l10n.percent(found.weight),
        }),
      ];
    },
    point(cell) {
      clearTimeout(timer);
      if (!cell || pool === 1 || by === 'mean' || known?.row === cell.row) return;
      timer = window.setTimeout(() => void load(cell.row), PAUSE);
    },
    reset(next, nextBy = 'largest') {
      clearTimeout(timer);
      latest.next();
      known = null;
      pool = next;
      by = nextBy;
    },
    dispose() {
      clearTimeout(timer);
      latest.dispose();
    },
  };
}
