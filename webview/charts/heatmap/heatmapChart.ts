import type { ChartConfiguration, ChartOptions, Plugin, Scale } from 'chart.js';
import type { NumberGrid } from '../../numbers/numberGrid';
import { axisTicks, shorten, UPRIGHT_GAP } from '../parts/axisTicks';
import { type Band, bandMarks } from '../parts/bands';
import type { Cell } from '../../numbers/matrix';
import { cellNumbers } from '../parts/cellNumbers';
import { colorBar } from '../parts/colorBar';
import { crosshair } from '../parts/crosshair';
import { axisTitle, chartLook, tooltipLook } from '../parts/look';
import { type MapWindow, wholeWindow } from '../../numbers/mapWindow';
import type { Palette } from '../../colors/palette';
import { type Titles, titles } from '../parts/titles';
import type { WeightScale } from '../../colors/weightScale';
import { zoomPan, type ZoomPanOptions } from '../parts/zoomPan';

/** All that a heatmap is drawn from. */
export interface HeatmapOptions {
  grid: NumberGrid;
  scale: WeightScale;
  palette: Palette;
  bands?: readonly Band[];
  /** The part in view; everything where `null`. */
  window?: MapWindow | null;
  /** Where the pointer or the keys are. */
  cursor?: () => { row: number | null; column: number | null };
  zoom?: ZoomPanOptions;
  onHover?: (cell: Cell | null) => void;
  /** What the tooltip says of a cell beside its names and weight; a line each. */
  detail?: (cell: Cell) => readonly string[];
  /** Written above the picture, in exports only: a page has headings. */
  titles?: Titles;
  /** Width of the canvas in CSS px when the chart is made. */
  width: number;
}

/** Least distance of two labels on an axis, in CSS px. */
const LABEL_GAP = 15;
/** Width of a character of the label font, in CSS px. */
const CHARACTER = 7;

/** Width in CSS px below which a picture has no room for what says less than its cells do. */
const NARROW = 420;

/** Whether it has not. */
export const isNarrow = (width: number): boolean => width < NARROW;

/** Room around a picture, and right of it for the marks of segments and findings, in CSS px. */
const EDGE = { top: 2, left: 2, bottom: 2 };
const SIDE_MARKS = 12;

/** Part of the width that names of rows may take; more where no colour bar stands beside the cells. */
const NAMES = 0.36;
const NARROW_NAMES = 0.46;
const roomForNames = (width: number): number => width * (isNarrow(width) ? NARROW_NAMES : NAMES);

/** Whether the names of few columns are too long to stand side by side, and are turned. */
export function columnsStand(grid: NumberGrid, width: number): boolean {
  const longest = Math.max(
    ...Array.from({ length: grid.columns }, (_, column) => grid.columnLabel(column).length),
  );
  return longest > 3 && longest * CHARACTER > (width * (1 - NAMES)) / grid.columns;
}

/** Gives an axis the room that its labels and its title need, the labels up to a limit in CSS px. */
function widen(scale: Scale, most: number, { monoFamily, fontSize }: Palette, titled: boolean): void {
  const { ctx } = scale.chart;
  ctx.save();
  ctx.font = `${fontSize}px ${monoFamily}`;
  const widest = Math.max(0, ...scale.ticks.map(({ label }) => ctx.measureText(String(label ?? '')).width));
  ctx.restore();
  scale.width = Math.max(scale.width, Math.min(most, widest + 14) + (titled ? 24 : 0));
}

/** The Chart.js configuration of a heatmap, for the screen and for pictures alike. */
export function heatmapConfig(options: HeatmapOptions): ChartConfiguration<'heatmap', never[]> {
  const { grid, scale, palette, window } = options;
  const part = window ?? wholeWindow(grid.rows, grid.columns);
  const narrow = isNarrow(options.width);
  const longest = narrow ? 7 : 14;
  // In a narrow panel, and beside names that say it all, a title would take the room of the labels; numbers need one.
  const numbered = /^\d+$/.test(grid.rowLabel(0));
  const named = grid.shortColumns && grid.rowLabel(0).length > 3;
  const rowsTitle = named || (narrow && !numbered) ? '' : grid.rowsTitle;
  // Chart.js gives an axis a quarter of the width, of two boxes that stand upright; names may take more.
  const room = grid.shortColumns ? roomForNames(options.width) : options.width / 4 - (rowsTitle ? 26 : 12);
  const longestRow = Math.max(5, Math.min(grid.shortColumns ? 24 : 14, Math.floor(room / CHARACTER)));
  const rowName = (row: number) => (grid.rowTick ?? grid.rowLabel)(row);
  return {
    type: 'heatmap',
    plugins: [
      titles,
      colorBar,
      bandMarks,
      cellNumbers,
      crosshair,
      ...(options.zoom ? [zoomPan] : []),
      leaving(options),
    ],
    data: {
      datasets: [
        {
          data: [],
          matrix: grid,
          scale,
          ramp: scale.kind === 'diverging' ? palette.diverging : palette.ramp,
          cellText: grid.format,
        },
      ],
    },
    options: {
      ...chartLook(options.titles !== undefined),
      // Without a colour bar beside the cells, their marks need room.
      ...(narrow && options.bands?.length ? { layout: { padding: { ...EDGE, right: SIDE_MARKS } } } : {}),
      events: ['mousemove', 'mouseout', 'touchstart', 'touchmove'],
      onHover: (_event, items) => {
        const index = items[0]?.index;
        options.onHover?.(
          index === undefined
            ? null
            : { row: Math.floor(index / grid.columns), column: index % grid.columns },
        );
      },
      scales: {
        x: {
          ...axis(options, part.firstColumn, part.endColumn, grid.columnsTitle),
          ...(grid.shortColumns
            ? columnsStand(grid, options.width)
              ? ticks(options, 'width', 90, grid.columnLabel, () => 14)
              : ticks(options, 'width', 0, grid.columnLabel, (room) => Math.floor(room / CHARACTER))
            : ticks(options, 'width', 90, grid.columnTick ?? grid.columnLabel, () => longest)),
        },
        y: {
          ...axis(options, part.firstRow, part.endRow, rowsTitle),
          ...ticks(options, 'height', 0, rowName, () => longestRow),
          ...(grid.shortColumns
            ? {
                afterFit: (scale: Scale) =>
                  widen(scale, roomForNames(options.width), palette, rowsTitle !== ''),
              }
            : {}),
          reverse: true,
        },
      },
      plugins: {
        colorBar: {
          palette,
          format: grid.format,
          title: options.titles ? grid.valuesTitle : '',
          below: narrow,
        },
        cellNumbers: {
          palette,
          format: (weight) => grid.format(Number(weight.toPrecision(2))),
        },
        bandMarks: { palette, bands: options.bands ?? [] },
        crosshair: { palette, cursor: options.cursor ?? (() => ({ row: null, column: null })) },
        ...(options.zoom ? { zoomPan: options.zoom } : {}),
        titles: { palette, titles: options.titles },
        tooltip: {
          mode: 'cell',
          position: 'cell',
          ...tooltipLook(palette),
          titleFont: { family: palette.fontFamily, size: 13, weight: 'bold' },
          bodyFont: { family: palette.monoFamily, size: 12, weight: 'normal' },
          displayColors: false,
          callbacks: {
            title: (items) => items.map((item) => item.formattedValue).join(''),
            label: (item) => tooltipLines(options, item.dataIndex),
          },
        },
      },
    },
  };
}

/** Chart.js tells of the pointer only above the cells. */
function leaving({ onHover }: HeatmapOptions): Plugin<'heatmap'> {
  return {
    id: 'leaving',
    afterEvent(_chart, { event, inChartArea }) {
      if (event.type === 'mouseout' || !inChartArea) onHover?.(null);
    },
  };
}

function tooltipLines({ grid, width, detail }: HeatmapOptions, index: number): string[] {
  const longest = isNarrow(width) ? 18 : 40;
  const cell = { row: Math.floor(index / grid.columns), column: index % grid.columns };
  return [
    `${grid.rowsTitle}: ${shorten(grid.rowLabel(cell.row), longest)}`,
    `${grid.columnsTitle}: ${shorten(grid.columnLabel(cell.column), longest)}`,
    ...(detail?.(cell) ?? []).map((line) => shorten(line, longest * 2)),
  ];
}

type AxisOptions = NonNullable<ChartOptions<'heatmap'>['scales']>[string];

function axis({ palette }: HeatmapOptions, min: number, max: number, title: string): AxisOptions {
  return {
    type: 'linear',
    min,
    max,
    grid: { display: false },
    border: { color: palette.line },
    title: { ...axisTitle(palette, title), padding: 2 },
  };
}

/** Labels at the middles of cells; `longest` tells from the room in CSS px how many characters one may have. */
function ticks(
  options: HeatmapOptions,
  side: 'width' | 'height',
  rotation: 0 | 90,
  label: (cell: number) => string,
  longest: (room: number) => number,
): AxisOptions {
  const { palette } = options;
  let room = 0;
  return {
    afterBuildTicks(scale) {
      // The chart's own area is that of the last layout, before the picture took another size.
      const length = scale[side];
      const gap = side === 'width' && rotation === 0 ? UPRIGHT_GAP : LABEL_GAP;
      const { step, values } = axisTicks(scale.min, scale.max, length, gap);
      room = (step * length) / (scale.max - scale.min);
      scale.ticks = values.map((value) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      minRotation: rotation,
      maxRotation: rotation,
      sampleSize: 24,
      color: palette.muted,
      font: { family: palette.monoFamily, size: palette.fontSize },
      padding: 2,
      callback: (value) =>
        shorten(label(Math.floor(Number(value))), longest(room), options.grid.shortColumns),
    },
  };
}
