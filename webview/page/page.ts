import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import type { ScrollPlace } from '../state/navigation';
import type { View } from '../state/state';
import { type SectionId, sections } from './sections';

/** How far outside the screen a section is made before it is scrolled to. */
const AHEAD = '600px';

export interface Page extends Disposable, Pick<View, 'openMap'> {
  /** Scrolls to a section. */
  show(section: SectionId): void;
  /** Where the page is scrolled to. */
  place(): ScrollPlace;
  /** Scrolls there, at once. */
  goTo(place: ScrollPlace): void;
}

/**
 * The page of one analysis: all sections, one below the other. Those after the map are made when they come near the
 * screen; all of a page that may be printed or pictured `whole` are made soon, one after the other.
 */
export function mountPage(
  root: HTMLElement,
  base: Omit<View, 'openMap'>,
  { whole }: { whole: boolean },
): Page {
  const view: View = {
    ...base,
    openMap({ layer, head, cursor }) {
      view.store.set({ layer, head, ...(cursor ? { cursor, window: null } : {}) });
      show('map').querySelector('canvas')?.focus({ preventScroll: true });
    },
  };
  const parts: Disposable[] = [];
  const host = h('div', { class: 'sections' });
  root.append(host);
  /** Sections that are still to be made, in order. */
  const waiting = new Map<Element, () => void>();

  for (const { id, views } of sections) {
    const section = host.appendChild(h('div', { class: 'section', id }));
    waiting.set(section, () => {
      waiting.delete(section);
      section.classList.add('is-made');
      for (const mount of views) {
        const part = section.appendChild(h('div', { class: 'part' }));
        parts.push(mount(part, view));
        if (!part.hasChildNodes()) part.remove();
      }
      if (!section.hasChildNodes()) section.remove();
    });
  }

  /** Sections that are made later grow, and would push away what stands below them. */
  function makeUpTo(id: string): void {
    const all = [...waiting];
    const end = all.findIndex(([section]) => section.id === id) + 1;
    for (const [, make] of all.slice(0, end)) make();
  }

  function show(id: SectionId): Element {
    const section = host.querySelector(`#${id}`)!;
    section.scrollIntoView({ block: 'start' });
    return section;
  }

  // The map is what is waited for: it is asked for at once, not when the page was first drawn.
  makeUpTo('map');
  const rest = whole ? makeSoon(waiting) : makeAhead(waiting);
  const topOf = (section: Element) => section.getBoundingClientRect().top;
  return {
    openMap: view.openMap,
    show,
    place() {
      const section = [...host.children].findLast((one) => topOf(one) <= 0);
      return section
        ? { section: section.id, offset: -topOf(section) }
        : { section: null, offset: window.scrollY };
    },
    goTo({ section: id, offset }) {
      if (id !== null) makeUpTo(id);
      const section = id === null ? null : host.querySelector(`#${CSS.escape(id)}`);
      const top = section ? window.scrollY + topOf(section) : 0;
      window.scrollTo({ top: top + offset, behavior: 'instant' });
    },
    dispose() {
      rest.dispose();
      combine(...parts).dispose();
      root.replaceChildren();
    },
  };
}

/** Makes each section when it comes near the screen. */
function makeAhead(waiting: ReadonlyMap<Element, () => void>): Disposable {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        waiting.get(target)?.();
      }
    },
    { rootMargin: AHEAD },
  );
  for (const section of waiting.keys()) observer.observe(section);
  return { dispose: () => observer.disconnect() };
}

/** Makes one section at a time, so that what is on the screen is drawn first; all at once where paper waits. */
function makeSoon(waiting: ReadonlyMap<Element, () => void>): Disposable {
  let timer = 0;
  const next = () => {
    const [make] = waiting.values();
    make?.();
    if (waiting.size > 0) timer = window.setTimeout(next);
  };
  timer = window.setTimeout(next);
  return combine(
    { dispose: () => clearTimeout(timer) },
    listen(window, 'beforeprint', () => [...waiting.values()].forEach((make) => make())),
  );
}
