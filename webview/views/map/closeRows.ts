import type { ReadingWay } from '../../../src/protocol/borders/inference';
import { type Disposable, LatestSignal } from '../../dom/disposable';
import type { MapBlock } from '../../maps/mapSource';
import { headOf } from '../../numbers/mapGrid';
import type { MapWindow } from '../../numbers/mapWindow';
import type { View } from '../../state/state';

/** Rows of a part in view, in tokens, that are few enough to be shown token by token. */
const MOST_ROWS = 256;
/** Rows beyond the part in view, so that moving a little shows them at once. */
const SPARE_ROWS = 64;

/** Queries `[firstQuery, endQuery)`. */
export interface Rows {
  firstQuery: number;
  endQuery: number;
}

/**
 * The rows that are shown token by token where a part of a long prompt's map is in view, in tokens: those at hand while
 * they hold it. `null` where too many are in view.
 */
export function closeRows(window: MapWindow | null, tokens: number, atHand: Rows | null): Rows | null {
  if (!window || window.endRow - window.firstRow > MOST_ROWS) return null;
  const [first, end] = [Math.floor(window.firstRow), Math.min(tokens, Math.ceil(window.endRow))];
  // At an edge of what is at hand the next rows are asked for, unless the map ends there.
  const holds =
    atHand !== null &&
    (first > atHand.firstQuery || (first === atHand.firstQuery && first === 0)) &&
    (end < atHand.endQuery || (end === atHand.endQuery && end === tokens));
  if (holds) return atHand;
  return {
    firstQuery: Math.max(0, first - SPARE_ROWS),
    endQuery: Math.min(tokens, end + SPARE_ROWS),
  };
}

/** How long a part must be in view before its rows are asked for, in ms: not while it is being moved. */
const PAUSE = 250;

/** The rows that are at hand token by token. */
export type RowsAtHand = Rows & { block: MapBlock };

export interface CloseRows extends Disposable {
  /** The part in view may be another one. */
  look(): void;
}

/** Gets rows in view of a long prompt's map token by token; `onRows`: those to be shown, `null` where none are. */
export function createCloseRows({
  view,
  way,
  isPooled,
  onRows,
}: {
  view: View;
  way: () => ReadingWay;
  isPooled: () => boolean;
  onRows: (rows: RowsAtHand | null) => void;
}): CloseRows {
  const { shown, store, maps } = view;
  const latest = new LatestSignal();
  let atHand: (RowsAtHand & { of: string }) | null = null;
  let timer = 0;

  async function settle(): Promise<void> {
    const signal = latest.next();
    const { window, layer, head: chosen } = store.get();
    const head = headOf(chosen, way());
    const of = `${layer} ${head}`;
    const has = atHand?.of === of ? atHand : null;
    const wanted = isPooled() ? closeRows(window, shown.result.tokens.length, has) : null;
    if (!wanted || wanted === has) return onRows(wanted && has);
    try {
      const block = await maps.maps({ ...wanted, layers: [layer], heads: [head], pool: 1 }, signal);
      if (signal.aborted) return;
      atHand = { ...wanted, of, block: { ...block, rowsBefore: wanted.firstQuery } };
      onRows(atHand);
    } catch {
      // The squares stay, and say what they are.
    }
  }

  return {
    look() {
      clearTimeout(timer);
      timer = window.setTimeout(() => void settle(), PAUSE);
    },
    dispose() {
      clearTimeout(timer);
      latest.dispose();
    },
  };
}
