import { describeProgress } from '../../src/describe/progress';
import type { InferenceProgress } from '../../src/protocol/borders/inference';
import { combine, type Disposable, LatestSignal } from '../dom/disposable';
import { h } from '../dom/elements';
import { tryAgain, type View } from '../state/state';
import { strings } from '../text/strings';
import { button } from '../dom/toolkit';

/** Waits shorter than this, in ms, are not worth a word. */
const SLOW = 200;

export interface LoadingOptions {
  view: View;
  /** Only a spoken line is read out: several parts often wait for the same thing. */
  spoken: boolean;
  /** Gets what is shown and shows it, unless `signal` says meanwhile that it is no longer wanted; tells how far it is. */
  load(signal: AbortSignal, onProgress: (progress: InferenceProgress) => void): Promise<void>;
  /** Takes away what is no longer true, and gives what to say. */
  failed(error: unknown): string;
  /** It takes long enough that this is said. */
  onSlow?(): void;
  /** It came or did not, and was not asked for again meanwhile. */
  onSettled?(): void;
}

/** A part of the page that is got from elsewhere. */
export interface Loading extends Disposable {
  /** The line that says that it is on its way, or why it did not come, with a button that asks again. */
  element: HTMLElement;
  /** Asks for it, in place of what was asked for before. */
  load(): void;
  /** Gives up what was asked for. */
  stop(): void;
}

/** Makes the line, and gets the part again where it had failed and the person asks again anywhere on the page. */
export function createLoading({ view, spoken, ...options }: LoadingOptions): Loading {
  const { l10n, store } = view;
  const latest = new LatestSignal();
  const element = h('div', { class: 'load-status', role: spoken ? 'status' : undefined });
  let timer = 0;
  let failed = false;

  function say(...lines: HTMLElement[]): void {
    clearTimeout(timer);
    element.replaceChildren(...lines);
  }

  async function load(): Promise<void> {
    const signal = latest.next();
    failed = false;
    say();
    // How far it is changes too often to be read out.
    const far = h('span', { 'aria-hidden': 'true' });
    timer = window.setTimeout(() => {
      say(h('span', { class: 'muted' }, l10n.t(strings.loadingPart), far));
      options.onSlow?.();
    }, SLOW);
    try {
      await options.load(signal, (progress) => {
        if (progress.done > 0) far.textContent = ` ${l10n.say(describeProgress(progress))}`;
      });
      if (signal.aborted) return;
      say();
    } catch (error) {
      if (signal.aborted) return;
      failed = true;
      say(
        h('p', { class: spoken ? 'notice' : 'muted' }, options.failed(error)),
        button(l10n.t(strings.tryAgain), () => tryAgain(view)),
      );
    }
    options.onSettled?.();
  }

  const parts = combine(
    latest,
    { dispose: () => clearTimeout(timer) },
    store.subscribe(['attempt'], () => {
      if (failed) void load();
    }),
  );
  function stop(): void {
    latest.next();
    failed = false;
    say();
  }

  return { element, load: () => void load(), stop, dispose: () => parts.dispose() };
}
