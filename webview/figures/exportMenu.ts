import type { Disposable } from '../dom/disposable';
import { exportFileName } from '../export/fileName';
import { toCsv, toJson } from '../export/numbers';
import { type Picture, toPng, toSvg } from '../export/picture';
import { createMenuButton, type MenuItem } from '../dom/menuButton';
import { type MapWindow, sameWindow, wholeWindow } from '../numbers/mapWindow';
import type { NumberGrid } from '../numbers/numberGrid';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** The numbers of a figure. */
export interface Numbers {
  grid: NumberGrid;
  /** The part in view, in whole cells; everything where absent. */
  part?: MapWindow;
}

/** The same drawn. */
export interface DrawnNumbers extends Numbers {
  picture: Picture;
}

export interface ExportMenu extends Disposable {
  element: HTMLElement;
  /** Names what is exported, for screen readers. */
  setTitle(title: string): void;
}

/** What can be exported; `null` while there is nothing. */
export interface ExportSources {
  /** Absent where there is no picture, as of a list. */
  picture?: () => DrawnNumbers | null;
  numbers: () => Numbers | null;
}

/** The menu by which a figure becomes a file or goes to the clipboard. */
export function createExportMenu(view: View, { picture, numbers }: ExportSources): ExportMenu {
  const { l10n, host } = view;
  const save = async (base: string, ending: string, bytes: Uint8Array<ArrayBuffer>, type: string) => {
    const name = exportFileName(view.shown.title, base, ending);
    try {
      await host.save(name, bytes, type);
    } catch {
      host.announce(l10n.t(strings.saveFailed, { name }));
    }
  };
  /** What is chosen on the whole page, or out of the figure, makes other numbers, and so another file. */
  const fileBase = (now: Numbers) => {
    const withSink = now.grid.treated === 'raw' && sinkIsShown(view) ? '-with-sink' : '';
    return `${now.grid.name}${withSink}${isPart(now) ? '-part' : ''}`;
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const ofPicture = (label: string, run: (now: DrawnNumbers) => Promise<void>): MenuItem => ({
    text: l10n.t(label),
    run: () => {
      const now = picture?.();
      if (now) void run(now);
      else host.announce(l10n.t(strings.exportNothing));
    },
  });
  const ofNumbers = (label: string, ending: string, type: string, write: typeof toCsv): MenuItem => ({
    text: l10n.t(label),
    run: () => {
      const now = numbers();
      if (now) void save(fileBase(now), ending, text(write(now.grid, partOf(now), view.shown)), type);
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
              await save(fileBase(now), 'png', new Uint8Array(await blob.arrayBuffer()), 'image/png');
            }),
            ofPicture(strings.svg, (now) =>
              save(fileBase(now), 'svg', text(toSvg(now.picture)), 'image/svg+xml'),
            ),
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

/** Whether there is a sink that could be taken out, and the person wants to see it. */
function sinkIsShown({ shown, store }: View): boolean {
  return shown.result.attention.sink !== null && store.get().sink === 'shown';
}

function partOf({ grid, part }: Numbers): MapWindow {
  return part ?? wholeWindow(grid.rows, grid.columns);
}

function isPart(numbers: Numbers): boolean {
  return !sameWindow(partOf(numbers), partOf({ grid: numbers.grid }));
}
