import type { ChartConfiguration } from 'chart.js';
import type { StudyClass, StudyPoint } from '../../src/protocol/measured/study';
import type { Palette } from '../colors/palette';
import { axisTitle, chartLook, labelFont, tooltipLook } from './parts/look';

/** The figures of a study. */
export type ScatterName = 'wanted' | 'length';

/** Classes differ by colour and by mark. */
const LOOK: Readonly<
  Record<StudyClass, { label: string; series: number; mark: 'circle' | 'triangle' | 'rect' }>
> = {
  normal: { label: 'normal prompts', series: 0, mark: 'circle' },
  jailbreak: { label: 'jailbreaks', series: 1, mark: 'triangle' },
  injection: { label: 'injections', series: 2, mark: 'rect' },
};

const AXES: Readonly<Record<ScatterName, { x: string; y: string }>> = {
  wanted: { x: 'anomaly', y: 'ln p of the mark, per token' },
  length: { x: 'tokens', y: 'anomaly' },
};

interface Place {
  x: number;
  y: number;
  point: StudyPoint;
}

/** One point per prompt that has both numbers; filled where the model did what it should not. */
export function scatterConfig(
  name: ScatterName,
  points: readonly StudyPoint[],
  palette: Palette,
): ChartConfiguration<'scatter', Place[]> {
  const font = labelFont(palette);
  const kinds = (Object.keys(LOOK) as StudyClass[]).map((kind) => ({
    ...LOOK[kind],
    places: points.filter((point) => point.class === kind).flatMap((point) => placeOf(name, point)),
  }));
  const axis = (title: string) => ({
    grid: { color: palette.line },
    border: { color: palette.line },
    title: axisTitle(palette, title),
    ticks: { color: palette.muted, font, maxTicksLimit: 7 },
  });
  return {
    type: 'scatter',
    data: {
      datasets: kinds
        .filter(({ places }) => places.length > 0)
        .map(({ label, series, mark, places }) => {
          const color = palette.series[series]!;
          const fill = places.map(({ point }) => (didIt(name, point) ? color : 'transparent'));
          return {
            label,
            data: places,
            pointStyle: mark,
            radius: 5,
            hoverRadius: 7,
            borderColor: color,
            borderWidth: 1.5,
            backgroundColor: fill,
          };
        }),
    },
    options: {
      ...chartLook(false),
      scales: { x: axis(AXES[name].x), y: axis(AXES[name].y) },
      plugins: {
        legend: {
          position: 'bottom',
          align: 'start',
          labels: { color: palette.foreground, font, usePointStyle: true, boxHeight: 7, padding: 14 },
        },
        tooltip: {
          ...tooltipLook(palette),
          callbacks: {
            label: ({ raw, dataset }) => {
              const { x, y, point } = raw as Place;
              return `${point.id} (${dataset.label}): ${AXES[name].x} ${number(x)}, ${AXES[name].y} ${number(y)}`;
            },
          },
        },
      },
    },
  };
}

function placeOf(name: ScatterName, point: StudyPoint): Place[] {
  const { anomaly, tokens, behaviour } = point;
  if (anomaly === null) return [];
  if (name === 'length') return [{ x: tokens, y: anomaly, point }];
  const wanted = behaviour?.wanted ?? null;
  return wanted === null ? [] : [{ x: anomaly, y: wanted, point }];
}

function didIt(name: ScatterName, { behaviour }: StudyPoint): boolean {
  const { followed, canary } = behaviour?.checks ?? {};
  return followed === true || (name === 'length' && canary === true);
}

const number = (value: number) => (Number.isInteger(value) ? `${value}` : value.toFixed(2));
