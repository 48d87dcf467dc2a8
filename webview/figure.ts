import { type Cell } from './charts/cell';
import { type Disposable } from './disposable';
import { h, uniqueId } from './dom';
import { type GridPart, toCsv, toJson } from './export/numbers';
import { type Picture, toPng, toSvg } from './export/picture';
import { createGridTable, type GridTable } from './gridTable';
import { createMenuButton } from './menuButton';
import { type NumberGrid } from './numberGrid';
import { type View } from './state';
import { strings } from './strings';
import { button } from './toolkit';

/** What a figure has at the moment. */
export interface FigureContent {
  grid: NumberGrid;
  /** The part in view, in whole cells. */
  part: GridPart;
  picture: Picture;
}

export interface FigureOptions {
  view: View;
  heading: string;
  /** Level of the heading on the page. */
  level: 2 | 3;
  note: string;
  content: () => FigureContent | null;
  cursor: () => Cell | null;
  onCursor: (cell: Cell) => void;
  onChoose: (cell: Cell) => void;
}

export interface Figure extends Disposable {
  element: HTMLElement;
  /** Where the picture goes. */
  body: HTMLElement;
  setHeading(text: string): void;
  setNote(text: string): void;
  /** The grid is another one: the table is made anew. */
  refresh(): void;
  /** The cursor moved. */
  moved(): void;
}

/** The frame of a picture: heading, what it is, its table, its exports. */
export function createFigure(options: FigureOptions): Figure {
  const { view, content } = options;
  const { l10n, host } = view;
  const id = uniqueId('figure');
  const heading = h(options.level === 2 ? 'h2' : 'h3', { id }, options.heading);
  const note = h('p', { class: 'note' }, options.note);
  const body = h('div', { class: 'figure-body' });
  const tableHost = h('div', { class: 'figure-table' });
  let table: GridTable | null = null;

  const toggle = button(l10n.t(strings.table), () => setTable(table === null), { look: 'quiet' });
  toggle.setAttribute('aria-pressed', 'false');
  toggle.setAttribute('aria-label', l10n.t(strings.tableOf, { title: options.heading }));
  const whenThere = (run: (content: FigureContent) => void | Promise<void>) => () => {
    const now = content();
    if (now) void run(now);
  };
  const save = async (now: FigureContent, ending: string, bytes: Uint8Array<ArrayBuffer>, type: string) => {
    const name = `${fileBase(view.shown.title)}-${now.grid.name}.${ending}`;
    try {
      await host.save(name, bytes, type);
    } catch {
      host.announce(l10n.t(strings.saveFailed, { name }));
    }
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const menu = createMenuButton(
    l10n.t(strings.export),
    l10n.t(strings.exportOf, { title: options.heading }),
    () => {
      const now = content();
      return now && isPart(now) ? l10n.t(strings.exportPart) : null;
    },
    [
      {
        text: l10n.t(strings.png),
        run: whenThere(async (now) => {
          const blob = await toPng(now.picture);
          await save(now, 'png', new Uint8Array(await blob.arrayBuffer()), 'image/png');
        }),
      },
      {
        text: l10n.t(strings.svg),
        run: whenThere((now) => save(now, 'svg', text(toSvg(now.picture)), 'image/svg+xml')),
      },
      {
        text: l10n.t(strings.csv),
        run: whenThere((now) => save(now, 'csv', text(toCsv(now.grid, now.part)), 'text/csv')),
      },
      {
        text: l10n.t(strings.json),
        run: whenThere((now) => save(now, 'json', text(toJson(now.grid, now.part)), 'application/json')),
      },
      {
        text: l10n.t(strings.copyPicture),
        run: whenThere(async (now) => {
          try {
            await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(now.picture) })]);
            host.announce(l10n.t(strings.copied));
          } catch {
            host.announce(l10n.t(strings.copyFailed));
          }
        }),
      },
    ],
  );
  const element = h(
    'section',
    { class: 'figure', 'aria-labelledby': id },
    h('div', { class: 'figure-head' }, heading, h('div', { class: 'figure-tools' }, toggle, menu.element)),
    note,
    body,
    tableHost,
  );

  function setTable(shown: boolean): void {
    table?.dispose();
    table = null;
    tableHost.replaceChildren();
    toggle.setAttribute('aria-pressed', String(shown));
    const now = shown ? content() : null;
    if (!now) return;
    table = createGridTable({
      label: l10n.t(strings.tableOf, { title: now.grid.title }),
      grid: now.grid,
      cursor: options.cursor,
      onCursor: options.onCursor,
      onChoose: options.onChoose,
    });
    tableHost.append(table.element, h('p', { class: 'note' }, l10n.t(strings.tableKeys)));
    table.update(true);
  }

  return {
    element,
    body,
    setHeading: (value) => (heading.textContent = value),
    setNote: (value) => (note.textContent = value),
    refresh: () => setTable(table !== null),
    moved: () => table?.update(true),
    dispose() {
      table?.dispose();
      menu.dispose();
    },
  };
}

function isPart({ grid, part }: FigureContent): boolean {
  return part.endRow - part.firstRow < grid.rows || part.endColumn - part.firstColumn < grid.columns;
}

/** A title as the beginning of a file name. */
function fileBase(title: string): string {
  return (
    title
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .slice(0, 60) || 'prompt'
  );
}
