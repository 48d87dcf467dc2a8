import type { Cell } from '../numbers/matrix';
import type { Disposable } from '../dom/disposable';
import { h, uniqueId } from '../dom/elements';
import type { Picture } from '../export/picture';
import { createExportMenu, type Numbers } from './exportMenu';
import { createGridTable, type GridTable } from './gridTable';
import { hasTokensAcross, type NumberGrid, turned } from '../numbers/numberGrid';
import type { Palette } from '../colors/palette';
import type { Titles } from '../charts/parts/titles';
import { type Headings, sourceOf, type View } from '../state/state';
import { strings } from '../text/strings';
import { button } from '../dom/toolkit';

/** What a figure has at the moment. */
export interface FigureContent extends Numbers {
  picture: {
    /** In CSS px. */
    height: Picture['height'];
    config: (palette: Palette, width: number, titles: Titles) => ReturnType<Picture['config']>;
  };
  /** What the table says, where the numbers themselves are too many to read. */
  table?: NumberGrid;
  /** What else the table leaves out or means. */
  tableNote?: string;
  /** Widths of the table's columns in CSS px; for numbers where absent. */
  widths?: { heading: number; column: number };
}

export interface FigureOptions {
  view: View;
  heading: string;
  /** What the figure is on the page: a section, or a part of one. */
  level: keyof Headings;
  note: string;
  /** What can be done with the picture; said on the screen only. */
  hint?: string;
  /** The picture comes first: what it is, and what is chosen, stand below it. */
  pictureFirst?: boolean;
  content: () => FigureContent | null;
  cursor: () => Cell | null;
  onCursor: (cell: Cell) => void;
  onChoose: (cell: Cell) => void;
}

export interface Figure extends Disposable {
  element: HTMLElement;
  /** Where what is shown is chosen, above the picture. */
  controls: HTMLElement;
  /** Where the picture goes. */
  body: HTMLElement;
  setHeading(text: string): void;
  setNote(text: string): void;
  /** The grid is another one: the table is rebuilt. */
  refresh(): void;
  /** The cursor moved. */
  moved(): void;
}

/** The frame of a picture: heading, what it is, its table, its exports. */
export function createFigure(options: FigureOptions): Figure {
  const { view, content } = options;
  const { l10n } = view;
  const id = uniqueId('figure');
  const heading = h(view.headings[options.level], { id });
  const words = h('span', {}, options.note);
  const note = h(
    'p',
    { class: 'note' },
    words,
    options.hint ? h('span', { class: 'hint' }, ` ${options.hint}`) : null,
  );
  const controls = h('div', { class: 'controls' });
  const body = h('div', { class: 'figure-body' });
  const tableHost = h('div', { class: 'figure-table' });
  let table: GridTable | null = null;
  /** The table stays asked for while there is nothing to fill it with. */
  let wanted = false;
  /** The focus was in a table that had to go. */
  let wasFocused = false;

  const toggle = button(l10n.t(strings.table), () => setTable(!wanted), { look: 'quiet' });
  toggle.setAttribute('aria-pressed', 'false');
  const menu = createExportMenu(view, {
    picture: () => {
      const now = content();
      return now && { grid: now.grid, part: now.part, picture: pictureOf(view, now) };
    },
    numbers: content,
  });
  const element = h(
    'section',
    { class: 'figure', 'aria-labelledby': id },
    h('div', { class: 'figure-head' }, heading, h('div', { class: 'figure-tools' }, toggle, menu.element)),
    ...(options.pictureFirst ? [body, controls, note] : [note, controls, body]),
    tableHost,
  );

  function setTable(shown: boolean): void {
    const focused =
      tableHost.contains(document.activeElement) || (wasFocused && document.activeElement === toggle);
    wasFocused = false;
    const scrolled = table && { top: table.element.scrollTop, left: table.element.scrollLeft };
    table?.dispose();
    table = null;
    tableHost.replaceChildren();
    toggle.setAttribute('aria-pressed', String(shown));
    wanted = shown;
    const now = shown ? content() : null;
    if (!now) {
      wasFocused = focused;
      if (focused) toggle.focus();
      return;
    }
    const grid = now.table ?? now.grid;
    const isTurned = hasTokensAcross(grid);
    const inTable = ({ row, column }: Cell): Cell =>
      isTurned ? { row: column, column: row } : { row, column };
    table = createGridTable({
      l10n,
      label: l10n.t(strings.tableOf, { title: grid.title }),
      grid: isTurned ? turned(grid) : grid,
      widths: now.widths,
      cursor() {
        const cell = options.cursor();
        return cell && inTable(cell);
      },
      onCursor: (cell) => options.onCursor(inTable(cell)),
      onChoose: (cell) => options.onChoose(inTable(cell)),
    });
    tableHost.append(
      table.element,
      h('p', { class: 'note' }, [l10n.t(strings.tableKeys), now.tableNote ?? ''].join(' ').trim()),
    );
    // A rebuilt table stays where it was scrolled to.
    if (scrolled) table.element.scrollTo(scrolled);
    table.update(!scrolled);
    // A table rebuilt under the person's hands keeps them where they were.
    if (focused) table.focus();
  }

  function setHeading(title: string): void {
    heading.textContent = title;
    toggle.setAttribute('aria-label', l10n.t(strings.tableOf, { title }));
    menu.setTitle(title);
  }

  setHeading(options.heading);
  return {
    element,
    controls,
    body,
    setHeading,
    setNote: (value) => (words.textContent = value),
    refresh: () => setTable(wanted),
    moved: () => table?.update(true),
    dispose() {
      table?.dispose();
      menu.dispose();
    },
  };
}

/** Width of an exported picture in CSS px. */
export const PICTURE_WIDTH = 900;

/** The picture with what stands above it, so that it tells by itself what it shows. */
function pictureOf(view: View, { grid, picture }: FigureContent): Picture {
  const titles = { title: grid.title, source: sourceOf(view, grid.treatment) };
  return {
    title: grid.title,
    width: PICTURE_WIDTH,
    height: picture.height,
    config: (palette, width) => picture.config(palette, width, titles),
  };
}
