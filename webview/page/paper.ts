import { Chart } from 'chart.js';
import { readPalette } from '../colors/palette';
import { combine, type Disposable, listen } from '../dom/disposable';
import type { ViewState } from '../state/state';
import type { Store } from '../state/store';

/** Pixels per CSS px of a picture on paper: 288 to an inch. */
const PAPER_PIXELS = 3;

/** Redraws all pictures for paper, sharper and in the colours that the page has there; and for the screen afterwards. */
export function followPaper(store: Store<ViewState>): Disposable {
  const screenPixels = Chart.defaults.devicePixelRatio;
  const draw = (pixels: number) => {
    Chart.defaults.devicePixelRatio = pixels;
    store.set({ palette: readPalette(document.body) });
  };
  return combine(
    listen(window, 'beforeprint', () => draw(PAPER_PIXELS)),
    listen(window, 'afterprint', () => draw(screenPixels)),
  );
}
