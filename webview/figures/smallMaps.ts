import type { Palette } from '../colors/palette';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import type { Look } from '../maps/asShown';
import { isShortcut } from './cellKeys';
import { createDrawnMaps, type DrawnMaps } from './drawnMaps';

export interface SmallMapsOptions {
  label: string;
  /** Name of each map. */
  names: readonly string[];
  /** How maps are drawn at the moment. */
  look: () => Look & { palette: Palette };
  onChoose: (index: number) => void;
}

export interface SmallMaps extends DrawnMaps, Disposable {
  element: HTMLElement;
  /** Marks the open one; `null` where none of them is. */
  setChosen(index: number | null): void;
}

/** Small pictures of many maps, to choose one of: one tab stop, arrow keys walk and open. */
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

  function columns(): number {
    const top = items[0]?.offsetTop;
    const next = items.findIndex((item) => item.offsetTop !== top);
    return next < 0 ? items.length : next;
  }

  return {
    element,
    ...createDrawnMaps(canvases, options.names, options.look),
    setChosen(chosen) {
      for (const [index, item] of items.entries()) {
        item.setAttribute('aria-checked', String(index === chosen));
        item.tabIndex = index === (chosen ?? 0) ? 0 : -1;
      }
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
