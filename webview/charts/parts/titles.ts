import type { ChartType, Plugin } from 'chart.js';
import type { Palette } from '../../colors/palette';
import { sideBox } from './sideBox';

/** What stands above an exported picture, so that it tells by itself what it shows. */
export interface Titles {
  title: string;
  /** The prompt, the model, and how the numbers were made. */
  source: string;
}

export interface TitlesOptions {
  palette: Palette;
  /** None on a page, which has headings. */
  titles?: Titles;
}

/** In CSS px from the top: where both lines stand, and where the picture begins. */
const TITLE_BASELINE = 15;
const SOURCE_BASELINE = 34;
const HEIGHT = 52;

/** Plugin: title and source above all else. */
export const titles: Plugin<ChartType, TitlesOptions> = {
  id: 'titles',
  ...sideBox<TitlesOptions>(({ ctx }, { palette, titles: texts }) =>
    texts
      ? {
          side: 'top',
          weight: 100,
          fullSize: true,
          depth: () => HEIGHT,
          draw({ left, top, width }) {
            const write = (text: string, baseline: number, color: string, font: string) => {
              ctx.fillStyle = color;
              ctx.font = `${font} ${palette.fontFamily}`;
              // What is too long is made narrower.
              ctx.fillText(text, left, top + baseline, width);
            };
            ctx.save();
            ctx.textAlign = 'left';
            ctx.textBaseline = 'alphabetic';
            write(texts.title, TITLE_BASELINE, palette.foreground, 'bold 15px');
            write(texts.source, SOURCE_BASELINE, palette.muted, '11px');
            ctx.restore();
          },
        }
      : null,
  ),
};
