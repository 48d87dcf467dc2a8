import type { Disposable } from '../../dom/disposable';
import { setAttributes } from '../../dom/elements';
import { type ShadeScale, shadeStep } from '../../../src/attention/shadeScale';
import { strongest, type TokenWeights } from './tokenWeights';

/** Width of the strip in CSS px from which there is room for lines between its tokens. */
const ROOM = 400;

/** Lines each way; more hide the text. */
const MOST_LINES = 5;

const SVG = 'http://www.w3.org/2000/svg';

/** Lines over the strip from the token that is shown to those that it reads most, and from those that read it most. */
export interface StripLinks extends Disposable {
  show(weights: TokenWeights, scale: ShadeScale): void;
  clear(): void;
  /** Tokens came into sight or went out of it. */
  redraw(): void;
}

export function createStripLinks(
  strip: HTMLElement,
  tokens: readonly HTMLElement[],
  isCutOff: (token: HTMLElement) => boolean,
): StripLinks {
  const svg = document.createElementNS(SVG, 'svg');
  setAttributes(svg, { class: 'strip-links', 'aria-hidden': 'true' });
  strip.append(svg);
  let last: Parameters<StripLinks['show']> | null = null;

  // Places are asked for before anything is changed: else the page would be laid out twice.
  const draw = (): void => svg.replaceChildren(...paths());

  function paths(): SVGPathElement[] {
    if (!last || strip.clientWidth < ROOM) return [];
    const [{ token, reads, readBy, pool }, scale] = last;
    // Of blocks of tokens none can be said to be the one.
    if (pool > 1) return [];
    // Lines from nowhere tell nothing.
    if (isCutOff(tokens[token]!)) return [];
    const origin = strip.getBoundingClientRect();
    const scrolled = { left: strip.scrollLeft, top: strip.scrollTop };
    const middle = (index: number) => {
      // A token that is broken across lines begins on the first.
      const box = tokens[index]!.getClientRects()[0] ?? origin;
      return {
        x: box.left + box.width / 2 - origin.left + scrolled.left,
        top: box.top - origin.top + scrolled.top,
        bottom: box.bottom - origin.top + scrolled.top,
      };
    };
    const from = middle(token);
    const lines = (weights: Float32Array, isReader: boolean) =>
      strongest(weights, MOST_LINES).flatMap((index) => {
        const step = shadeStep(scale, weights[index]!);
        if (index === token || step === 0) return [];
        const path = document.createElementNS(SVG, 'path');
        setAttributes(path, {
          d: curve(from, middle(index)),
          class: isReader ? 'is-reader' : undefined,
          'stroke-width': 0.75 + step * 0.35,
        });
        return [path];
      });
    return [...lines(reads, false), ...(readBy ? lines(readBy, true) : [])];
  }

  // Lines of text break elsewhere where the strip has another width.
  const resizes = new ResizeObserver(draw);
  resizes.observe(strip);
  return {
    show(...now) {
      last = now;
      draw();
    },
    clear() {
      last = null;
      draw();
    },
    redraw: draw,
    dispose: () => resizes.disconnect(),
  };
}

interface Place {
  x: number;
  top: number;
  bottom: number;
}

/** Over the line of text where both stand on it; else between the facing edges of two lines. */
function curve(one: Place, other: Place): string {
  if (Math.abs(one.top - other.top) < 2) {
    const rise = Math.min(28, 8 + Math.abs(one.x - other.x) / 8);
    const y = one.top + 2;
    return `M${one.x} ${y}C${one.x} ${y - rise} ${other.x} ${y - rise} ${other.x} ${y}`;
  }
  const [upper, lower] = one.top < other.top ? [one, other] : [other, one];
  const bend = (upper.bottom + lower.top) / 2;
  return `M${upper.x} ${upper.bottom}C${upper.x} ${bend} ${lower.x} ${bend} ${lower.x} ${lower.top}`;
}
