import { combine, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { step } from './cellKeys';
import { createDrawnMaps } from './drawnMaps';
import type { SmallMaps, SmallMapsOptions } from './smallMaps';

/** What the rows and the columns of a matrix of maps are called; maps are numbered row by row. */
export interface MatrixTitles {
  rows: readonly string[];
  columns: readonly string[];
}

/**
 * Small maps in rows and columns, without a word beside each: one tab stop, arrow keys walk, Enter or Space opens. In a
 * wide window the style sheet lays rows upright.
 */
export function createMapMatrix(options: SmallMapsOptions, titles: MatrixTitles): SmallMaps {
  const { names } = options;
  const [rows, columns] = [titles.rows.length, titles.columns.length];
  const canvases = names.map(() => h('canvas', { width: 1, height: 1, 'aria-hidden': 'true' }));
  const cells = names.map((name, index) =>
    h(
      'button',
      {
        type: 'button',
        role: 'gridcell',
        'aria-label': name,
        title: name,
        tabindex: index === 0 ? 0 : -1,
        class: 'matrix-map',
      },
      canvases[index]!,
    ),
  );
  const element = h(
    'div',
    { class: 'map-matrix', role: 'grid', 'aria-label': options.label },
    h(
      'div',
      { role: 'row' },
      h('span', { 'aria-hidden': 'true' }),
      ...titles.columns.map((title) => h('span', { role: 'columnheader', class: 'matrix-title' }, title)),
    ),
    ...titles.rows.map((title, row) =>
      h(
        'div',
        { role: 'row' },
        h('span', { role: 'rowheader', class: 'matrix-title' }, title),
        ...cells.slice(row * columns, (row + 1) * columns),
      ),
    ),
  );
  element.style.setProperty('--columns', String(columns));

  function goTo(index: number): void {
    for (const [at, cell] of cells.entries()) cell.tabIndex = at === index ? 0 : -1;
  }

  return {
    element,
    ...createDrawnMaps(canvases, names, options.look),
    setChosen(chosen) {
      for (const [index, cell] of cells.entries())
        cell.setAttribute('aria-selected', String(index === chosen));
      if (chosen !== null) goTo(chosen);
    },
    dispose: combine(
      listen<MouseEvent>(element, 'click', ({ target }) => {
        const index = cells.findIndex((cell) => target instanceof Node && cell.contains(target));
        if (index < 0) return;
        goTo(index);
        options.onChoose(index);
      }),
      listen<KeyboardEvent>(element, 'keydown', (event) => {
        const at = cells.indexOf(document.activeElement as HTMLButtonElement);
        if (at < 0) return;
        const [row, column] = [Math.floor(at / columns), at % columns];
        const isUpright = columns > 1 && cells[1]!.offsetTop !== cells[0]!.offsetTop;
        const to = isUpright
          ? step(event, { row: column, column: row }, { rows: columns, columns: rows })
          : step(event, { row, column }, { rows, columns });
        if (!to) return;
        event.preventDefault();
        const index = isUpright ? to.column * columns + to.row : to.row * columns + to.column;
        goTo(index);
        cells[index]!.focus();
      }),
    ).dispose,
  };
}
