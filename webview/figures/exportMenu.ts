import type { Disposable } from '../dom/disposable';
import { toCsv, toJson } from '../export/numbers';
import { type Picture, toPng, toSvg } from '../export/picture';
import { createMenuButton, type MenuItem } from '../dom/menuButton';
import { type MapWindow, sameWindow, wholeWindow } from '../numbers/mapWindow';
import type { NumberGrid } from '../numbers/numberGrid';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** A picture under the name of its file. */
export interface NamedPicture {
  name: string;
  picture: Picture;
}

/** The numbers of a figure. */
export interface Numbers {
  grid: NumberGrid;
  /** The part in view, in whole cells; everything where absent. */
  part?: MapWindow;
}

export interface ExportMenu extends Disposable {
  element: HTMLElement;
  /** Names what is exported, for screen readers. */
  setTitle(title: string): void;
}

/** What can be exported; `null` while there is nothing. */
export interface ExportSources {
  /** Absent where there is no picture, as of a list. */
  picture?: () => NamedPicture | null;
  numbers: () => Numbers | null;
}

/** The menu by which a figure becomes a file or goes to the clipboard. */
export function createExportMenu(view: View, { picture, numbers }: ExportSources): ExportMenu {
  const { l10n, host } = view;
  const save = async (base: string, ending: string, bytes: Uint8Array<ArrayBuffer>, type: string) => {
    const name = `${fileBase(view.shown.title)}-${base}.${ending}`;
    try {
      await host.save(name, bytes, type);
    } catch {
      host.announce(l10n.t(strings.saveFailed, { name }));
    }
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const ofPicture = (label: string, run: (now: NamedPicture) => Promise<void>): MenuItem => ({
    text: l10n.t(label),
    run: () => {
      const now = picture?.();
      if (now) void run(now);
      else host.announce(l10n.t(strings.exportNothing));
    },
  });
  const ofNumbers = (
    label: string,
    ending: string,
    type: string,
    write: (grid: NumberGrid, part: MapWindow) => string,
  ): MenuItem => ({
    text: l10n.t(label),
    run: () => {
      const now = numbers();
      if (now) void save(now.grid.name, ending, text(write(now.grid, partOf(now))), type);
      else host.announce(l10n.t(strings.exportNothing));
    },
  });
  const menu = createMenuButton(
    l10n.t(strings.export),
    () => {
      const now = numbers();
      return now && isPart(now) ? l10n.t(strings.exportPart) : null;
    },
    [
      ...(picture
        ? [
            ofPicture(strings.png, async (now) => {
              const blob = await toPng(now.picture);
              await save(now.name, 'png', new Uint8Array(await blob.arrayBuffer()), 'image/png');
            }),
            ofPicture(strings.svg, (now) => save(now.name, 'svg', text(toSvg(now.picture)), 'image/svg+xml')),
          ]
        : []),
      ofNumbers(strings.csv, 'csv', 'text/csv', toCsv),
      ofNumbers(strings.json, 'json', 'application/json', toJson),
      ...(picture
        ? [
            ofPicture(strings.copyPicture, async (now) => {
              try {
                await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(now.picture) })]);
                host.announce(l10n.t(strings.copied));
              } catch {
                host.announce(l10n.t(strings.copyFailed));
              }
            }),
          ]
        : []),
    ],
  );
  return {
    element: menu.element,
    setTitle: (title) => menu.setLabel(l10n.t(strings.exportOf, { title })),
    dispose: () => menu.dispose(),
  };
}

function partOf({ grid, part }: Numbers): MapWindow {
  return part ?? wholeWindow(grid.rows, grid.columns);
}

function isPart(numbers: Numbers): boolean {
  return !sameWindow(partOf(numbers), partOf({ grid: numbers.grid }));
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
