import type { Part } from '../../src/attention/parts';
import type { Palette } from './palette';

/** Marks by the names that Chart.js has for them, with a sign of the same shape for text. */
export const markSigns = {
  circle: '●',
  rect: '■',
  triangle: '▲',
  rectRot: '◆',
  crossRot: '✕',
  star: '✱',
} as const;
export type Mark = keyof typeof markSigns;

/** How a part of the prompt is drawn wherever it is drawn: told by more than its colour. */
export interface PartLook {
  color: string;
  /** Lengths of dashes and gaps in CSS px; a whole line where empty. */
  dash: readonly number[];
  mark: Mark;
}

/** Which part: by what it is, never by its place among what is shown. */
export type PartKey = Pick<Part, 'kind' | 'index'>;

/** Five dashes and six marks: thirty parts of a kind differ. */
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [9, 3, 2, 3], [12, 4]];
const MARKS = Object.keys(markSigns) as Mark[];

/** The dashes and the mark of a part, in every theme the same. */
export function partShape({ kind, index }: PartKey): Omit<PartLook, 'color'> {
  switch (kind) {
    case 'segment':
    case 'finding':
      return { dash: DASHES[index % DASHES.length]!, mark: MARKS[index % MARKS.length]! };
    case 'template':
      return { dash: [2, 3], mark: 'crossRot' };
    case 'unmapped':
      return { dash: [9, 3, 2, 3], mark: 'star' };
    case 'sink':
      return { dash: [], mark: 'rectRot' };
  }
}

/** The look of a part; findings have the colour of warnings, and what is no text of a person's is grey. */
export function partLook(part: PartKey, palette: Palette): PartLook {
  return { color: partColor(part, palette), ...partShape(part) };
}

function partColor({ kind, index }: PartKey, palette: Palette): string {
  if (kind === 'segment') return palette.series[index % palette.series.length]!;
  if (kind === 'finding') return palette.warning;
  return kind === 'sink' ? palette.foreground : palette.muted;
}

/** Names a part within the page. */
export function partName({ kind, index }: PartKey): string {
  return `${kind}-${index}`;
}
