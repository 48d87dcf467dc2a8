import { type Chart, type ChartType, type LayoutItem, layouts, type Plugin } from 'chart.js';

/** What stands beside the cells or lines of a chart. */
export interface SideBox {
  side: 'top' | 'right' | 'bottom';
  /** The heavier, the farther outside. */
  weight: number;
  /** Along the whole canvas, not only along the cells. */
  fullSize?: boolean;
  /** Room that it needs, in CSS px: width on the right, else height. */
  depth: () => number;
  draw: (at: { left: number; top: number; width: number }) => void;
}

/** The hooks of a plugin that draws a box beside each chart; a chart has none where `make` gives none. */
export function sideBox<O>(
  make: (chart: Chart, options: O) => SideBox | null,
): Required<Pick<Plugin<ChartType, O>, 'start' | 'stop'>> {
  const items = new WeakMap<Chart, LayoutItem>();
  return {
    start(chart, _args, options) {
      const box = make(chart, options);
      if (!box) return;
      const item = layoutItem(box);
      items.set(chart, item);
      layouts.addBox(chart, item);
    },
    stop(chart) {
      const item = items.get(chart);
      if (item) layouts.removeBox(chart, item);
      items.delete(chart);
    },
  };
}

function layoutItem({ side, weight, fullSize = false, depth, draw }: SideBox): LayoutItem {
  const item = {
    position: side,
    weight,
    fullSize,
    // Chart.js reads these of every box, though its type does not say so.
    options: {},
    width: 0,
    height: 0,
    left: 0,
    top: 0,
    right: 0,
    bottom: 0,
    isHorizontal: () => side !== 'right',
    update(width: number, height: number) {
      item.width = side === 'right' ? depth() : width;
      item.height = side === 'right' ? height : depth();
    },
    draw: () => draw(item),
  };
  return item;
}
