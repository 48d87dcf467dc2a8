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

  function draw(): void {
    svg.replaceChildren();
    if (!last || strip.clientWidth < ROOM) return;
    const [{ token, reads, readBy, pool }, scale] = last;
    // Of blocks of tokens none can be said to be the one.
    if (pool > 1) return;
    // Lines from nowhere tell nothing.
    if (isCutOff(tokens[token]!)) return;
    const origin = strip.getBoundingClientRect();
    const middle = (index: number) => {
      // A token that is broken across lines begins on the first.
      const box = tokens[index]!.getClientRects()[0] ?? origin;
      return {
        x: box.left + box.width / 2 - origin.left + strip.scrollLeft,
        top: box.top - origin.top + strip.scrollTop,
        bottom: box.bottom - origin.top + strip.scrollTop,
      };
    };
    const from = middle(token);
    const line = (index: number, weights: Float32Array, isReader: boolean) => {
      const step = shadeStep(scale, weights[index]!);
      if (index === token || step === 0) return;
      const path = document.createElementNS(SVG, 'path');
      setAttributes(path, {
        d: curve(from, middle(index)),
        class: isReader ? 'is-reader' : undefined,
        'stroke-width': 0.75 + step * 0.35,
      });
      svg.append(path);
    };
    for (const index of strongest(reads, MOST_LINES)) line(index, reads, false);
    if (readBy) for (const index of strongest(readBy, MOST_LINES)) line(index, readBy, true);
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
