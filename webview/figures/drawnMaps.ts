import { paint } from '../charts/heatmap/heatmapImage';
import type { Palette } from '../colors/palette';
import { fitScale } from '../colors/weightScale';
import type { MapBlock } from '../maps/mapSource';
import { asShown, type Look } from '../maps/asShown';
import type { DrawnMap } from '../numbers/smallMapGrids';

/** Many maps on as many canvases, as they come. */
export interface DrawnMaps {
  /** The maps that came so far, as drawn. */
  drawn(): readonly DrawnMap[];
  /** Takes all maps away. */
  clear(): void;
  /** Takes the maps of a block, the first of which is number `first`. */
  add(first: number, block: MapBlock): void;
  /** Draws what is there in other colours, or treated in another way. */
  redraw(): void;
}

/** Draws on `canvases`; `names` has a name for each, `look` how maps are drawn at the moment. */
export function createDrawnMaps(
  canvases: readonly HTMLCanvasElement[],
  names: readonly string[],
  look: () => Look & { palette: Palette },
): DrawnMaps {
  let blocks: { first: number; block: MapBlock }[] = [];
  const drawn = new Map<number, DrawnMap>();

  function draw(first: number, block: MapBlock): void {
    const { rows, columns, pool, values } = block;
    const size = rows * columns;
    const now = look();
    for (let at = 0; (at + 1) * size <= values.length; at++) {
      const index = first + at;
      const canvas = canvases[index];
      if (!canvas) return;
      const own = asShown(values.subarray(at * size, (at + 1) * size), block, now);
      const matrix = { rows, columns, values: own };
      drawn.set(index, { name: names[index]!, index, matrix, pool });
      canvas.width = columns;
      canvas.height = rows;
      canvas.getContext('2d')!.drawImage(paint(matrix, fitScale(own, 'linear'), now.palette.ramp), 0, 0);
    }
  }

  return {
    drawn: () => [...drawn.values()].sort((a, b) => a.index - b.index),
    clear() {
      blocks = [];
      drawn.clear();
      for (const canvas of canvases) canvas.width = canvas.height = 1;
    },
    add(first, block) {
      blocks.push({ first, block });
      draw(first, block);
    },
    redraw() {
      for (const { first, block } of blocks) draw(first, block);
    },
  };
}
