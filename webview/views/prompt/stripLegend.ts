import type { Palette } from '../../colors/palette';
import type { ShadeScale } from '../../../src/attention/shadeScale';
import { h } from '../../dom/elements';
import type { L10n } from '../../../src/describe/l10n';
import { strings } from '../../text/strings';

/** What the shades of the strip stand for: each with the weight at which it begins. */
export interface StripLegend {
  element: HTMLElement;
  /** `map`: what the weights are of. Nothing where the scale is empty. */
  show(map: string, scale: ShadeScale, largest: number): void;
  clear(): void;
}

export function createStripLegend(l10n: L10n): StripLegend {
  const element = h('p', { class: 'strip-legend' });
  return {
    element,
    clear: () => element.replaceChildren(),
    show(map, scale, largest) {
      element.replaceChildren();
      if (scale.length === 0) return;
      element.append(
        h('span', {}, l10n.t(strings.shadesFrom, { map })),
        ...scale.map((bound, step) => h('span', { 'data-shade': step + 1 }, l10n.percent(bound))),
        h('span', {}, l10n.t(strings.shadesLargest, { share: l10n.percent(largest) })),
      );
    },
  };
}

/** Gives an element, for all that is shaded in it, the shades of the theme. */
export function setShades(element: HTMLElement, { shades }: Palette): void {
  for (const [way, prefix] of [
    ['reads', ''],
    ['readBy', 'by-'],
  ] as const) {
    for (const [step, { fill, ink }] of shades[way].entries()) {
      element.style.setProperty(`--${prefix}shade-${step + 1}`, fill);
      element.style.setProperty(`--${prefix}ink-${step + 1}`, ink);
    }
  }
}
