import type { TokenSpan, Treated } from '../../src/protocol/attention';
import type {
  HeadChoice,
  InferenceProgress,
  InferenceResult,
  PromptMethods,
} from '../../src/protocol/borders/inference';
import type { EditedLines, PromptParams } from '../../src/protocol/borders/panel';
import type { RootCause } from '../../src/protocol/measured/rootCause';
import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { Disposable } from '../dom/disposable';
import type { Palette } from '../colors/palette';
import type { L10n } from '../../src/describe/l10n';
import type { MapSource } from '../maps/mapSource';
import type { Navigation, Scrolled } from './navigation';
import type { Store } from './store';

/**
 * What the views of one analysis share: where the person is, which the page keeps, and what lasts as long as the page.
 * Places are in tokens, layers and heads.
 */
export interface ViewState extends Omit<Navigation, 'version' | 'analysis' | 'scroll'> {
  /** Token under the pointer or keys in the map: its row and its column. */
  cursor: { row: number; column: number } | null;
  /** Token that is pointed at, in the prompt, the map or by keys; what is shown is of it while it is. */
  looked: number | null;
  /** Tokens that the editor's selection covers. */
  highlighted: (TokenSpan & { isNew: boolean }) | null;
  /** Lines by which the text stands lower in its document than when it was analysed. */
  linesMoved: number;
  /** Lines that were edited since. */
  edited: EditedLines | null;
  /** What is to be taken out or changed, chosen elsewhere; `run`: at once. */
  passage: { tokens: TokenSpan; run: boolean } | null;
  /** The alert whose cause is shown. */
  alert: RootCause | null;
  /** How often the person asked again for what did not come. */
  attempt: number;
  palette: Palette;
}

/**
 * Asks the inference process about the prompt, or about the prompt and the tokens `then` after it. Rejects with the
 * reason where it refuses, and where the signal ended it.
 */
export type AskModel = <K extends keyof PromptMethods>(
  method: K,
  params: Omit<PromptParams<K>, 'analysis'>,
  options?: { signal?: AbortSignal; onProgress?: (progress: InferenceProgress) => void },
) => Promise<InferenceResult<K>>;

/** What views ask of the world around them. */
export interface Host {
  chooseToken(token: number): void;
  chooseFinding(fingerprint: string): void;
  /** Offers bytes to the person under a file name. */
  save(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void>;
  /** Tells screen readers, and shows for a moment, what was done. */
  announce(text: string): void;
  /** Shows what the model is; absent in a report, which has none. */
  examineModel?(): void;
}

/** Where a place has a heading of its own on the page, those in it are a level lower. */
export type Headings = { section: 'h2'; part: 'h3' } | { section: 'h3'; part: 'h4' };

/** All that a view is made from. */
export interface View {
  store: Store<ViewState>;
  shown: ShownAnalysis;
  maps: MapSource;
  /** Asks for what takes a run of the model; `null` in a report, which has none. */
  ask: AskModel | null;
  l10n: L10n;
  host: Host;
  /** Tags of headings: of a section of the page, and of a part of one. */
  headings: Headings;
  /** Turns to the map and opens it at a layer, head and, where given, a cell. */
  openMap(place: { layer: number; head: HeadChoice; cursor?: { row: number; column: number } }): void;
}

/**
 * Draws a view into an element, wherever that stands on a page, until it is disposed. Where there is nothing to show of
 * this analysis the element stays empty.
 */
export type Mount = (host: HTMLElement, view: View) => Disposable;

/** The part of the state that survives hiding and reloading. */
export function navigationOf(state: Readonly<ViewState>, analysis: string, scroll: Scrolled): Navigation {
  const { place, layer, head, token, finding, scope, scale, sink, window } = state;
  return {
    version: 3,
    analysis,
    place,
    layer,
    head,
    token,
    finding,
    scope,
    scale,
    sink,
    window,
    scroll,
  };
}

/** Prompt, model and what the numbers went through: what a picture says of where it is from. */
export function sourceOf({ shown }: View, treatment: string): string {
  return [shown.title, shown.result.model.name, treatment].filter((part) => part !== '').join(' · ');
}

/** Which of two treatments of a figure the person sees. */
export function treatmentShown({ sink }: Pick<ViewState, 'sink'>): keyof Treated<unknown> {
  return sink === 'hidden' ? 'withoutSink' : 'raw';
}

/** The sink's key where the person does not want to see it. */
export function sinkTakenOut({ store, shown }: Pick<View, 'store' | 'shown'>): number | null {
  return store.get().sink === 'hidden' ? shown.result.attention.sink : null;
}

/** Asks again for all that did not come. */
export function tryAgain({ store }: View): void {
  store.set({ attempt: store.get().attempt + 1 });
}
