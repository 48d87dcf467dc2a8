import { mosaicConfig, mosaicLayout } from '../charts/mosaic';
import { combine, type Disposable } from '../dom/disposable';
import { button } from '../dom/toolkit';
import type { MapBlock } from '../maps/mapSource';
import type { Cell } from '../numbers/matrix';
import { type DrawnMap, mapsGrid, summaryGrid } from '../numbers/smallMapGrids';
import type { NumberGrid } from '../numbers/numberGrid';
import { type Headings, sinkTakenOut, type View } from '../state/state';
import { strings } from '../text/strings';
import { mapTreatment } from '../text/treatment';
import { createFigure, type FigureContent, PICTURE_WIDTH } from './figure';
import { createLoading } from './loading';
import { createMapMatrix, type MatrixTitles } from './mapMatrix';
import { createSmallMaps, type SmallMapsOptions } from './smallMaps';

/** Rows and columns that a small map has at most. */
export const SMALL_CELLS = 96;

/** Room for titles and colour bar in an exported picture, in CSS px. */
const AROUND = 90;
/** Height of a map with its name, in parts of the map's width. */
const NAMED_HEIGHT = 1.12;

export interface SmallMapsFigureOptions {
  view: View;
  /** See `FigureOptions`; a part where absent. */
  level?: keyof Headings;
  /** Name of each map. */
  names: readonly string[];
  /** Short names, for pictures that have no room for others. */
  marks?: readonly string[];
  /** Rows and columns that the maps stand in; one after the other, each with its name, where absent. */
  matrix?: MatrixTitles;
  /** Names the maps together. */
  title: () => string;
  /** Part of file names, and which maps they are. */
  files: () => Pick<NumberGrid, 'name' | 'maps'>;
  /** Names what is chosen, for screen readers. */
  label: string;
  note: string;
  /** Tokens a side of a cell, of which the figure above says already what that means. */
  toldPool?: number;
  /** Which map is open. */
  chosen: () => number | null;
  onChoose: (index: number) => void;
  /** Gets the maps, and hands on each block with the number of its first map. */
  load: (signal: AbortSignal, onBlock: (first: number, block: MapBlock) => void) => Promise<void>;
  /** What the button says that asks for them; where absent, they are loaded without being asked for. */
  onRequest?: string;
  /** What the sink gets of what is read, in a map; `null` while it is not known. */
  onSink: (index: number) => number | null;
}

export interface SmallMapsFigure extends Disposable {
  element: HTMLElement;
  /** Loads all maps anew, or lets them be asked for anew. */
  load(): void;
  /** Draws what came in other colours, or treated in another way. */
  redraw(): void;
  /** Another map is open, or the maps are of something else. */
  mark(): void;
}

/** Small maps with their heading, table and exports. What did not come is not shown, and said. */
export function createSmallMapsFigure(options: SmallMapsFigureOptions): SmallMapsFigure {
  const { view, names, title } = options;
  const { l10n, shown, store } = view;
  let cursor: Cell = { row: 0, column: 0 };
  /** Tokens a side of what came; 1 before. */
  let pool = 1;
  const own: SmallMapsOptions = {
    label: options.label,
    names,
    look() {
      const { causal } = shown.result.attention;
      return { causal, sinkOut: sinkTakenOut(view), palette: store.get().palette };
    },
    onChoose: options.onChoose,
  };
  const small = options.matrix ? createMapMatrix(own, options.matrix) : createSmallMaps(own);
  const figure = createFigure({
    view,
    heading: title(),
    level: options.level ?? 'part',
    note: options.note,
    hint: l10n.t(strings.smallHint),
    content() {
      const maps = small.drawn();
      if (maps.length === 0) return null;
      // What holds only a part of the maps says so, in the picture and in the numbers.
      const whole =
        maps.length === names.length
          ? title()
          : l10n.t(strings.smallPart, { title: title(), n: maps.length, count: names.length });
      const grid = mapsGrid(view, { ...options.files(), title: whole }, maps);
      return {
        grid,
        picture: pictureOf(
          view,
          maps.map((map) => ({ ...map, name: options.marks?.[map.index] ?? map.name })),
        ),
        table: summaryGrid(view, whole, maps, options.onSink),
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
      small.clear();
      small.element.hidden = false;
      small.element.setAttribute('aria-busy', 'true');
      await options.load(signal, (first, block) => {
        if (signal.aborted) return;
        pool = block.pool;
        small.add(first, block);
        note();
      });
    },
    failed() {
      small.clear();
      // What is said stands where the maps would, unless the person is there.
      small.element.hidden = !small.element.contains(document.activeElement);
      // The large map says what is wrong.
      return l10n.t(strings.partFailed);
    },
    onSettled() {
      small.element.removeAttribute('aria-busy');
      figure.refresh();
    },
  });
  const { onRequest } = options;
  const ask =
    onRequest === undefined
      ? null
      : button(onRequest, () => {
          // The button goes; the maps come here.
          small.element.hidden = false;
          small.element.tabIndex = -1;
          small.element.focus({ preventScroll: true });
          ask!.hidden = true;
          loading.load();
        });
  figure.body.append(...(ask ? [ask] : []), small.element, loading.element);

  function note(): void {
    // Where a cell is one token, these are the weights of the large map.
    const pooled = pool > 1 && pool !== options.toldPool ? ` ${mapTreatment(view, pool)}` : '';
    figure.setNote(`${options.note}${pooled}`);
  }

  function mark(): void {
    figure.setHeading(title());
    small.setChosen(options.chosen());
  }

  function load(): void {
    if (!ask) return loading.load();
    loading.stop();
    small.clear();
    small.element.removeAttribute('aria-busy');
    figure.refresh();
    // Places without maps in them would look as if nothing came.
    small.element.hidden = true;
    ask.hidden = false;
  }

  load();
  return {
    element: figure.element,
    load,
    redraw() {
      small.redraw();
      note();
      figure.refresh();
    },
    mark,
    dispose: combine(loading, small, figure).dispose,
  };
}

/** All maps side by side, as one picture. */
function pictureOf({ l10n }: View, maps: readonly DrawnMap[]): FigureContent['picture'] {
  const { across, down } = mosaicLayout(maps.length);
  return {
    height: Math.round(AROUND + ((PICTURE_WIDTH - AROUND) / across) * NAMED_HEIGHT * down),
    config: (palette, width, titles) =>
      mosaicConfig(
        {
          titles: { ...titles, source: `${titles.source} · ${l10n.t(strings.ownColours)}` },
          scaleTitle: l10n.t(strings.weight),
          most: l10n.t(strings.most),
          maps,
        },
        palette,
        width,
      ),
  };
}
