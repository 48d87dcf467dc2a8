import { isShortcut } from './cellKeys';
import { paint } from '../charts/heatmap/heatmapImage';
import type { DrawnMap } from '../numbers/smallMapGrids';
import type { Palette } from '../colors/palette';
import { fitScale } from '../colors/weightScale';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import type { MapBlock } from '../maps/mapSource';
import { asShown, type Look } from '../maps/asShown';

export interface SmallMapsOptions {
  label: string;
  /** Name of each map. */
  names: readonly string[];
  /** How maps are drawn at the moment. */
  look: () => Look & { palette: Palette };
  onChoose: (index: number) => void;
}

export interface SmallMaps extends Disposable {
  element: HTMLElement;
  /** Marks the open one; `null` where none of them is. */
  setChosen(index: number | null): void;
  /** The maps that came so far, as drawn. */
  drawn(): readonly DrawnMap[];
  /** Takes all maps away. */
  clear(): void;
  /** Takes the maps of a block, the first of which is number `first`. */
  add(first: number, block: MapBlock): void;
  /** Draws what is there in other colours, or treated in another way. */
  redraw(): void;
}

/** Small pictures of many maps, to choose one of: one tab stop, arrow keys walk, Enter or Space opens. */
export function createSmallMaps(options: SmallMapsOptions): SmallMaps {
  const canvases = options.names.map(() => h('canvas', { width: 1, height: 1, 'aria-hidden': 'true' }));
  const items = options.names.map((name, index) =>
    h(
      'button',
      {
        type: 'button',
        role: 'radio',
        'aria-checked': 'false',
        tabindex: index === 0 ? 0 : -1,
        class: 'small-map',
      },
      canvases[index]!,
      h('span', {}, name),
    ),
  );
  const element = h(
    'div',
    { role: 'radiogroup', 'aria-label': options.label, class: 'small-maps' },
    ...items,
  );

  let blocks: { first: number; block: MapBlock }[] = [];
  const drawn = new Map<number, DrawnMap>();

  function draw(first: number, block: MapBlock): void {
    const { rows, columns: across, pool, values } = block;
    const size = rows * across;
    const look = options.look();
    for (let at = 0; (at + 1) * size <= values.length; at++) {
      const index = first + at;
      const canvas = canvases[index];
      if (!canvas) return;
      const own = asShown(values.subarray(at * size, (at + 1) * size), block, look);
      const matrix = { rows, columns: across, values: own };
      drawn.set(index, { name: options.names[index]!, index, matrix, pool });
      canvas.width = across;
      canvas.height = rows;
      canvas.getContext('2d')!.drawImage(paint(matrix, fitScale(own, 'linear'), look.palette.ramp), 0, 0);
    }
  }

  function columns(): number {
    const top = items[0]?.offsetTop;
    const next = items.findIndex((item) => item.offsetTop !== top);
    return next < 0 ? items.length : next;
  }

  return {
    element,
    drawn: () => [...drawn.values()].sort((a, b) => a.index - b.index),
    clear() {
      blocks = [];
      drawn.clear();
      for (const canvas of canvases) canvas.width = canvas.height = 1;
    },
    setChosen(chosen) {
      for (const [index, item] of items.entries()) {
        item.setAttribute('aria-checked', String(index === chosen));
        item.tabIndex = index === (chosen ?? 0) ? 0 : -1;
      }
    },
    add(first, block) {
      blocks.push({ first, block });
      draw(first, block);
    },
    redraw() {
      for (const { first, block } of blocks) draw(first, block);
    },
    dispose: combine(
      listen<MouseEvent>(element, 'click', (event) => {
        const item = event.target instanceof Element ? event.target.closest('button') : null;
        const index = items.indexOf(item as HTMLButtonElement);
        if (index >= 0) options.onChoose(index);
      }),
      listen<KeyboardEvent>(element, 'keydown', (event) => {
        if (isShortcut(event)) return;
        const at = items.indexOf(document.activeElement as HTMLButtonElement);
        const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns(), ArrowUp: -columns() }[event.key];
        const to =
          event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? items.length - 1
              : by === undefined
                ? null
                : at + by;
        if (to === null) return;
        event.preventDefault();
        const item = items[to];
        if (!item) return;
        item.focus();
        options.onChoose(to);
      }),
    ).dispose,
  };
}
