import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import type { Scrolled, ScrollPlace } from '../state/navigation';
import type { View } from '../state/state';
import { strings } from '../text/strings';
import { type Place, places, type Section, type SectionId } from './places';
import { mountSinkSwitch } from './sinkSwitch';
import { createTabs } from './tabs';

/** How far outside the screen a section is made before it is scrolled to. */
const AHEAD = '600px';

export interface Page extends Disposable, Pick<View, 'openMap'> {
  /** Opens the place of a section, and scrolls there. */
  show(section: SectionId): Element;
  /** Where each place that was open is scrolled to. */
  scrolled(): Scrolled;
}

export interface PageOptions {
  /** All places one below the other, as they are printed and pictured; else one at a time, behind tabs. */
  whole: boolean;
  /** What stands beside the page's own switches. */
  tools?: readonly HTMLElement[];
  /** Where places are scrolled to at the start; at their tops where absent. */
  scrolled?: Scrolled;
}

/**
 * The page of one analysis, in places. A section is made when it comes near the screen; on a `whole` page all are made
 * soon, one after the other.
 */
export function mountPage(
  root: HTMLElement,
  base: Omit<View, 'openMap' | 'headings'>,
  { whole, tools = [], scrolled: start = {} }: PageOptions,
): Page {
  const { l10n, store } = base;
  const view: View = {
    ...base,
    headings: { section: 'h2', part: 'h3' },
    openMap({ layer, head, cursor }) {
      store.set({ layer, head, place: 'map', ...(cursor ? { cursor, window: null } : {}) });
      show('map').querySelector('canvas')?.focus({ preventScroll: true });
    },
  };
  const parts: Disposable[] = [];
  const switches = h('div', { class: 'page-tools' });
  parts.push(mountSinkSwitch(switches, view));
  switches.append(...tools);
  /** Sections that are still to be made, in order. */
  const waiting = new Map<Element, () => void>();
  const made = places.filter((place: Place) => !place.live || base.ask !== null);
  const hosts = new Map(made.map((place) => [place.id as string, placeOf(place)]));

  function placeOf({ id, title, sections }: Place): HTMLElement {
    const host = h('div', { class: 'place', id: `place-${id}` });
    // The first is headed by the answer itself. Behind a tab, which shows it, the title is for screen readers.
    const isTitled = id !== places[0].id;
    if (isTitled)
      host.append(h(whole ? 'h2' : 'h1', { class: whole ? 'place-title' : 'unseen' }, l10n.t(title)));
    const own: View = isTitled && whole ? { ...view, headings: { section: 'h3', part: 'h4' } } : view;
    for (const section of sections) host.append(sectionOf(section, own));
    return host;
  }

  function sectionOf({ id, views }: Section, own: View): HTMLElement {
    const section = h('div', { class: 'section', id });
    waiting.set(section, () => {
      waiting.delete(section);
      section.classList.add('is-made');
      for (const mount of views) {
        const part = section.appendChild(h('div', { class: 'part' }));
        parts.push(mount(part, own));
        if (!part.hasChildNodes()) part.remove();
      }
      if (!section.hasChildNodes()) section.remove();
    });
    return section;
  }

  /** Where places that are not open are scrolled to. */
  const left: Scrolled = { ...start };
  let open: string | null = null;
  const tabs = whole
    ? null
    : createTabs(
        l10n.t(strings.places),
        made.map(({ id, title }) => ({ id, title: l10n.t(title), panel: hosts.get(id)! })),
        (place) => store.set({ place }),
      );
  if (tabs) {
    parts.push(
      tabs,
      store.subscribe(['place'], () => turn()),
    );
    root.append(tabs.element);
  }
  root.append(switches, ...hosts.values());

  /** Opens the place that the state names. */
  function turn(): void {
    const wanted = store.get().place;
    const id = hosts.has(wanted) ? wanted : places[0].id;
    if (!tabs || id === open) return;
    if (open !== null) left[open] = scrollPlace(hosts.get(open)!);
    open = id;
    tabs.open(id);
    const host = hosts.get(id)!;
    const at = left[id] ?? { section: null, offset: 0 };
    makeUpTo(host, at.section);
    scrollTo(host, at);
  }

  /** Makes a place's sections up to one, its first at least: what is made later grows, and pushes away what is below. */
  function makeUpTo(host: HTMLElement, section: string | null): void {
    const own = [...host.querySelectorAll('.section')];
    const end = Math.max(
      0,
      own.findIndex(({ id }) => id === section),
    );
    const isOpen = isSeen(host);
    for (const [at, one] of own.entries()) {
      waiting.get(one)?.();
      // One with nothing to show at present leaves its place to the next.
      if (at >= end && (isSeen(one) || !isOpen)) return;
    }
  }

  function show(id: SectionId): Element {
    const place = places.find(({ sections }) => sections.some((section) => section.id === id))!;
    store.set({ place: place.id });
    const section = hosts.get(place.id)!.querySelector(`#${id}`)!;
    waiting.get(section)?.();
    section.scrollIntoView({ block: 'start' });
    return section;
  }

  if (whole) for (const { id } of places.slice(0, 2)) makeUpTo(hosts.get(id)!, null);
  turn();
  const rest = whole ? makeSoon(waiting) : makeAhead(waiting);
  return {
    openMap: view.openMap,
    show,
    scrolled: () => (open === null ? left : { ...left, [open]: scrollPlace(hosts.get(open)!) }),
    dispose() {
      rest.dispose();
      combine(...parts).dispose();
      root.replaceChildren();
    },
  };
}

/** Whether an element takes any room: one that is hidden is nowhere. */
const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

const topOf = (section: Element) => section.getBoundingClientRect().top;

function scrollPlace(host: HTMLElement): ScrollPlace {
  const section = [...host.children].findLast((one) => isSeen(one) && topOf(one) <= 0);
  return section
    ? { section: section.id, offset: -topOf(section) }
    : { section: null, offset: window.scrollY };
}

/** Scrolls there, at once. */
function scrollTo(host: HTMLElement, { section: id, offset }: ScrollPlace): void {
  const section = id === null ? null : host.querySelector(`#${CSS.escape(id)}`);
  const top = section ? window.scrollY + topOf(section) : 0;
  window.scrollTo({ top: top + offset, behavior: 'instant' });
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
