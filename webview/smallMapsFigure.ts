import { type Cell } from './charts/cell';
import { combine, type Disposable, LatestSignal } from './disposable';
import { createFigure } from './figure';
import { createLoadStatus } from './loadStatus';
import { type MapBlock } from './mapSource';
import { mosaicPicture } from './mosaicPicture';
import { mapsGrid, summaryGrid } from './smallMapNumbers';
import { createSmallMaps } from './smallMaps';
import { tryAgain, type View } from './state';
import { strings } from './strings';

/** Rows and columns that a small map has at most. */
export const SMALL_CELLS = 96;

export interface SmallMapsFigureOptions {
  view: View;
  /** Name of each map. */
  names: readonly string[];
  layout: 'row' | 'grid';
  /** Names the maps together. */
  title: () => string;
  /** Part of file names. */
  fileName: () => string;
  /** Names what is chosen, for screen readers. */
  label: string;
  note: string;
  /** Which map is open. */
  chosen: () => number | null;
  onChoose: (index: number) => void;
  /** Gets the maps, and hands on each block with the number of its first map. */
  load: (signal: AbortSignal, onBlock: (first: number, block: MapBlock) => void) => Promise<void>;
  /** What the last token gives to the first, in a map; `null` while it is not known. */
  lastOnFirst: (index: number) => number | null;
}

export interface SmallMapsFigure extends Disposable {
  /** Loads all maps anew. */
  load(): void;
  /** Another map is open, or the maps are of something else. */
  mark(): void;
}

/** Small maps with their heading, table and exports. What did not come is not shown, and said. */
export function mountSmallMaps(host: HTMLElement, options: SmallMapsFigureOptions): SmallMapsFigure {
  const { view, names, title } = options;
  const { l10n, shown, store } = view;
  const latest = new LatestSignal();
  const status = createLoadStatus(l10n, () => tryAgain(view), { spoken: false });
  let cursor: Cell = { row: 0, column: 0 };
  const small = createSmallMaps({
    label: options.label,
    names,
    layout: options.layout,
    onChoose: options.onChoose,
  });
  const figure = createFigure({
    view,
    heading: title(),
    level: 3,
    note: options.note,
    content() {
      const maps = small.drawn();
      if (maps.length === 0) return null;
      // What holds only a part of the maps says so, in the picture and in the numbers.
      const whole =
        maps.length === names.length
          ? title()
          : l10n.t(strings.smallPart, { title: title(), n: maps.length, count: names.length });
      const grid = mapsGrid(view, options.fileName(), whole, maps);
      return {
        grid,
        part: { firstRow: 0, endRow: grid.rows, firstColumn: 0, endColumn: grid.columns },
        picture: mosaicPicture(view, grid.name, whole, maps),
        table: summaryGrid(view, whole, maps, options.lastOnFirst),
        tableNote: l10n.t(strings.largestNote),
        widths: { heading: 110, column: 150 },
      };
    },
    cursor: () => cursor,
    onCursor(cell) {
      cursor = cell;
      figure.moved();
    },
    onChoose({ row }) {
      const map = small.drawn()[row];
      if (map) options.onChoose(map.index);
    },
  });
  figure.body.append(small.element, status.element);
  host.append(figure.element);

  function mark(): void {
    figure.setHeading(title());
    small.setChosen(options.chosen());
  }

  async function load(): Promise<void> {
    const signal = latest.next();
    const { palette, sink } = store.get();
    const look = { causal: shown.result.attention.causal, sinkHidden: sink === 'hidden', palette };
    small.clear();
    small.element.setAttribute('aria-busy', 'true');
    status.start();
    try {
      await options.load(signal, (first, block) => {
        if (!signal.aborted) small.draw(first, block, look);
      });
      if (signal.aborted) return;
      status.done();
    } catch {
      if (signal.aborted) return;
      small.clear();
      // The large map says what is wrong.
      status.fail(l10n.t(strings.partFailed));
    }
    small.element.removeAttribute('aria-busy');
    figure.refresh();
  }

  mark();
  void load();
  const parts = combine(
    latest,
    small,
    status,
    figure,
    store.subscribe(['attempt'], () => {
      if (status.failed) void load();
    }),
  );
  return { load: () => void load(), mark, dispose: () => parts.dispose() };
}
