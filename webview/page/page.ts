import { type Store } from '../state/store';
import { readPalette } from '../colors/palette';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { type ScrollPlace } from '../state/navigation';
import { type Host, type View, type ViewState } from '../state/state';
import { mountAbout } from '../views/about';
import { mountAnomalies } from '../views/anomalies';
import { mountAnomalyList } from '../views/anomalyList';
import { mountAnswer } from '../views/answer';
import { mountBoundaries } from '../views/boundaries';
import { mountFindings } from '../views/findings';
import { mountFlow } from '../views/flow';
import { mountHeadMaps } from '../views/map/headMaps';
import { mountHeadShares } from '../views/headShares';
import { mountLayerMaps } from '../views/map/layerMaps';
import { mountMap } from '../views/map/mapView';
import { mountMassChart } from '../views/massChart';
import { mountSystem } from '../views/system';
import { mountTokenStrip } from '../views/prompt/tokenStrip';

type Mount = (host: HTMLElement, view: View) => Disposable | null | void;

/** The sections of the page after the answer, in order. `maps` and `prompt` stand side by side where there is room. */
const sections: readonly { id: string; mounts: readonly Mount[] }[] = [
  { id: 'findings', mounts: [mountFindings] },
  { id: 'prompt', mounts: [mountTokenStrip] },
  { id: 'map', mounts: [mountMap, mountLayerMaps, mountHeadMaps] },
  { id: 'layers', mounts: [mountMassChart] },
  { id: 'heads', mounts: [mountHeadShares] },
  { id: 'flow', mounts: [mountFlow, mountSystem] },
  { id: 'anomalies', mounts: [mountAnomalies, mountAnomalyList] },
  { id: 'boundaries', mounts: [mountBoundaries] },
  { id: 'about', mounts: [mountAbout] },
];

/** How far outside the screen a section is made before it is scrolled to. */
const AHEAD = '600px';

export interface Page extends Disposable, Pick<View, 'openMap'> {
  /** Where the page is scrolled to. */
  place(): ScrollPlace;
  /** Scrolls there, at once. */
  goTo(place: ScrollPlace): void;
}

/**
 * The page of one analysis: the answer, then all views. After the map, a section is made when it comes
 * near the screen, or when the page is printed.
 */
export function mountPage(root: HTMLElement, base: Omit<View, 'openMap'>): Page {
  const view: View = {
    ...base,
    openMap({ layer, head, cursor }) {
      view.store.set({ layer, head, ...(cursor ? { cursor, window: null } : {}) });
      document.getElementById('map')?.scrollIntoView({ block: 'start' });
      document.querySelector<HTMLElement>('#map canvas')?.focus({ preventScroll: true });
    },
  };
  const parts: Disposable[] = [];
  const waiting = new Map<Element, () => void>();
  const header = h('header', { class: 'page-head' });
  mountAnswer(header, view);
  const main = h('div', { class: 'sections' });
  root.append(header, main);

  for (const { id, mounts } of sections) {
    const section = h('div', { class: 'section', id });
    main.append(section);
    waiting.set(section, () => {
      waiting.delete(section);
      observer.unobserve(section);
      section.classList.add('is-made');
      for (const mount of mounts) {
        const part = h('div', { class: 'part' });
        section.append(part);
        const made = mount(part, view);
        if (made) parts.push(made);
        if (!part.hasChildNodes()) part.remove();
      }
      if (!section.hasChildNodes()) section.remove();
    });
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: AHEAD },
  );
  // Sections that are made later grow, and would push away what stands below them.
  const makeUpTo = (id: string) => {
    const all = [...waiting];
    const end = all.findIndex(([section]) => section.id === id) + 1;
    for (const [, make] of all.slice(0, end)) make();
  };
  // The map is what is waited for: it is asked for at once, not when the page was first drawn.
  makeUpTo('map');
  for (const section of waiting.keys()) observer.observe(section);

  const page = combine(
    { dispose: () => root.replaceChildren() },
    { dispose: () => combine(...parts).dispose() },
    { dispose: () => observer.disconnect() },
    listen(window, 'beforeprint', () => [...waiting.values()].forEach((make) => make())),
  );
  const topOf = (section: Element) => section.getBoundingClientRect().top;
  return {
    openMap: view.openMap,
    place() {
      const section = [...main.children].findLast((one) => topOf(one) <= 0);
      return section
        ? { section: section.id, offset: -topOf(section) }
        : { section: null, offset: window.scrollY };
    },
    goTo({ section: id, offset }) {
      if (id !== null) makeUpTo(id);
      const section = id === null ? null : main.querySelector(`#${CSS.escape(id)}`);
      const top = section ? window.scrollY + topOf(section) : 0;
      window.scrollTo({ top: top + offset, behavior: 'instant' });
    },
    dispose: () => page.dispose(),
  };
}

/** Keeps the palette of the store up to date with the theme. */
export function followTheme(store: Store<ViewState>): Disposable {
  const read = () => {
    const palette = readPalette(document.body);
    // Attributes change for other reasons too; charts are drawn again only where a colour or font did.
    if (JSON.stringify(palette) !== JSON.stringify(store.get().palette)) store.set({ palette });
  };
  // VS Code sets its variables on the root element and the kind of theme on the body.
  const observer = new MutationObserver(read);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-kind'] });
  return { dispose: () => observer.disconnect() };
}

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
