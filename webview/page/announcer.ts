import { h } from '../dom/elements';
import type { Host } from '../state/state';

/** Where the page says what was done. */
export interface Announcer extends Pick<Host, 'announce'> {
  elements: readonly HTMLElement[];
  /** Reads out, without showing, what stands on the page already. */
  say(text: string): void;
}

/** A place at the end of the page where what was done is shown for a moment and read out. */
export function createAnnouncer(): Announcer {
  const element = h('div', { class: 'announcer', role: 'status', 'aria-live': 'polite' });
  const spoken = h('div', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
  let timer = 0;
  return {
    elements: [element, spoken],
    say: (text) => (spoken.textContent = text),
    announce(text) {
      element.textContent = text;
      clearTimeout(timer);
      timer = window.setTimeout(() => (element.textContent = ''), 5000);
    },
  };
}
