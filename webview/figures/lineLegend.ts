import { markSigns, partLook, partName, type PartKey } from '../colors/partLook';
import type { Palette } from '../colors/palette';
import { h, setAttributes } from '../dom/elements';

/** A line of the legend. */
export interface LegendLine {
  part: PartKey;
  label: string;
}

/** The lines of a chart by colour, dash and mark, each of which is shown or not as its button says. */
export interface LineLegend {
  element: HTMLElement;
  /** Parts whose lines are not shown, by name. */
  hidden: ReadonlySet<string>;
  show(lines: readonly LegendLine[], palette: Palette): void;
}

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 30;
const HEIGHT = 12;

export function createLineLegend(label: string, onChange: () => void): LineLegend {
  const hidden = new Set<string>();
  const element = h('ul', { class: 'line-legend', 'aria-label': label });
  return {
    element,
    hidden,
    show(lines, palette) {
      const focused = [...element.querySelectorAll('button')].indexOf(
        document.activeElement as HTMLButtonElement,
      );
      element.replaceChildren(
        ...lines.map(({ part, label: name }) => {
          const key = partName(part);
          const toggle = h(
            'button',
            { type: 'button', 'aria-pressed': String(!hidden.has(key)), 'data-part': key },
            name,
          );
          toggle.prepend(swatch(part, palette));
          toggle.addEventListener('click', () => {
            if (!hidden.delete(key)) hidden.add(key);
            toggle.setAttribute('aria-pressed', String(!hidden.has(key)));
            onChange();
          });
          return h('li', {}, toggle);
        }),
      );
      if (focused >= 0) element.querySelectorAll('button')[focused]?.focus();
    },
  };
}

/** A piece of the line as the chart draws it, with its mark. */
function swatch(part: PartKey, palette: Palette): SVGSVGElement {
  const { color, dash, mark } = partLook(part, palette);
  const svg = document.createElementNS(SVG, 'svg');
  setAttributes(svg, { width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' });
  const line = document.createElementNS(SVG, 'line');
  const middle = HEIGHT / 2;
  setAttributes(line, {
    x1: 0,
    x2: WIDTH,
    y1: middle,
    y2: middle,
    stroke: color,
    'stroke-width': part.kind === 'finding' ? 2.5 : 1.5,
    'stroke-dasharray': dash.join(' ') || undefined,
  });
  const sign = document.createElementNS(SVG, 'text');
  setAttributes(sign, {
    x: WIDTH / 2,
    y: middle,
    fill: color,
    'font-size': 10,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  });
  sign.textContent = markSigns[mark];
  svg.append(line, sign);
  return svg;
}
