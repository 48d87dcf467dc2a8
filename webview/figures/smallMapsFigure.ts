import { type Cell } from '../charts/heatmap/cell';
import { wholeWindow } from '../numbers/mapWindow';
import { combine, type Disposable } from '../dom/disposable';
import { createFigure } from './figure';
import { createLoading } from './loading';
import { type MapBlock } from '../maps/mapSource';
import { mosaicPicture } from './mosaicPicture';
import { mapsGrid, summaryGrid } from './smallMapNumbers';
import { createSmallMaps } from './smallMaps';
import { type View } from '../state/state';
import { strings } from '../text/strings';
import { mapTreatment } from '../text/treatment';

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
        part: wholeWindow(grid.rows, grid.columns),
        picture: mosaicPicture(view, grid, maps),
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
  const loading = createLoading({
    view,
    spoken: false,
    async load(signal) {
      const { palette, sink } = store.get();
      const look = { causal: shown.result.attention.causal, sinkHidden: sink === 'hidden', palette };
      small.clear();
      small.element.setAttribute('aria-busy', 'true');
      await options.load(signal, (first, block) => {
        if (signal.aborted) return;
        small.draw(first, block, look);
        // Where a cell is one token, these are the weights of the large map.
        const pooled = block.pool > 1 ? ` ${mapTreatment(l10n, block.pool, look.sinkHidden)}` : '';
        figure.setNote(`${options.note}${pooled}`);
      });
    },
    failed() {
      small.clear();
      // The large map says what is wrong.
      return l10n.t(strings.partFailed);
    },
    onSettled() {
      small.element.removeAttribute('aria-busy');
      figure.refresh();
    },
  });
  figure.body.append(small.element, loading.element);
  host.append(figure.element);

  function mark(): void {
    figure.setHeading(title());
    small.setChosen(options.chosen());
  }

  mark();
  loading.load();
  const parts = combine(loading, small, figure);
  return { load: loading.load, mark, dispose: () => parts.dispose() };
}
