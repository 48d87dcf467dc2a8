import { type PluginOptionsByType } from 'chart.js';
import { type Palette } from '../../colors/palette';

/** What stands above an exported picture, so that it tells by itself what it shows. */
export interface Titles {
  title: string;
  /** The prompt, the model, and how the numbers were made. */
  source: string;
}

/** Title and subtitle as Chart.js draws them; none on a page, which has headings. */
export function titlesOf(
  titles: Titles | undefined,
  palette: Palette,
): Partial<Pick<PluginOptionsByType<'heatmap'>, 'title' | 'subtitle'>> {
  if (!titles) return {};
  const shared = { display: true, align: 'start', position: 'top', fullSize: true } as const;
  return {
    title: {
      ...shared,
      text: titles.title,
      color: palette.foreground,
      font: { family: palette.fontFamily, size: 15, weight: 'bold' },
      padding: { top: 0, bottom: 2 },
    },
    subtitle: {
      ...shared,
      text: titles.source,
      color: palette.muted,
      font: { family: palette.fontFamily, size: 11, weight: 'normal' },
      padding: { top: 0, bottom: 14 },
    },
  };
}
