import { combine, type Disposable, listen } from '../dom/disposable';
import { h, uniqueId } from '../dom/elements';

/** More than its window by less than this part is shown whole. */
const SLACK = 0.15;
/** Part of the window that is kept above what is to be seen. */
const ABOVE = 1 / 3;

/** Something long of which a stretch is shown, and all of it on request. */
export interface Fold extends Disposable {
  element: HTMLElement;
  /** Brings a part of it into the stretch; where all is shown, into view, unless that moves the page under the person. */
  reveal(part: HTMLElement): void;
  /** Whether a part of it is outside the stretch. */
  isCutOff(part: HTMLElement): boolean;
}

/**
 * Makes the window, as high as `--stretch` says, in hundredths of the screen; all is shown where that is no number. It
 * does not scroll: it moves along to what the keyboard reaches. `onMoved`: another stretch is shown.
 */
export function createFold(
  content: HTMLElement,
  texts: { more: string; fewer: string },
  onMoved: () => void = () => undefined,
): Fold {
  const id = uniqueId('fold');
  const stretch = h('div', { class: 'fold-stretch', id }, content);
  const toggle = h('button', { class: 'link', type: 'button', 'aria-controls': id }, texts.more);
  const element = h('div', { class: 'fold' }, stretch, toggle);
  let asked = false;
  let shown: HTMLElement | null = null;

  function isFolded(): boolean {
    return element.classList.contains('is-folded');
  }

  function arrange(): void {
    const limit = Number.parseFloat(getComputedStyle(stretch).getPropertyValue('--stretch'));
    const most = (limit * window.innerHeight) / 100;
    const whole = content.offsetHeight;
    const isLong = whole > most * (1 + SLACK);
    const folded = isLong && !asked;
    const above = shown ? topOf(shown) - topOf(content) - most * ABOVE : 0;
    const top = folded ? Math.floor(Math.max(0, Math.min(above, whole - most))) : 0;
    element.classList.toggle('is-folded', folded);
    element.classList.toggle('goes-before', top > 0);
    element.classList.toggle('goes-on', folded && top + most < whole - 1);
    stretch.style.height = folded ? `${Math.round(most)}px` : '';
    content.style.marginTop = top > 0 ? `${-top}px` : '';
    toggle.hidden = !isLong;
    toggle.textContent = asked ? texts.fewer : texts.more;
    toggle.setAttribute('aria-expanded', String(asked));
    onMoved();
  }

  function isCutOff(part: HTMLElement): boolean {
    const { top, bottom } = part.getBoundingClientRect();
    const box = stretch.getBoundingClientRect();
    return top < box.top || bottom > box.bottom;
  }

  function reveal(part: HTMLElement): void {
    if (isFolded() && !isCutOff(part)) return;
    shown = part;
    // It may not have been told of its size yet.
    arrange();
    if (!isFolded() && element.offsetHeight > 0 && !document.hasFocus())
      part.scrollIntoView({ block: 'nearest' });
  }

  const resizes = new ResizeObserver(arrange);
  resizes.observe(element);
  return {
    element,
    reveal,
    isCutOff,
    dispose: combine(
      { dispose: () => resizes.disconnect() },
      listen(toggle, 'click', () => {
        asked = !asked;
        arrange();
      }),
      listen<FocusEvent>(stretch, 'focusin', ({ target }) => {
        if (isFolded()) reveal(target as HTMLElement);
      }),
    ).dispose,
  };
}

const topOf = (element: HTMLElement) => element.getBoundingClientRect().top;
