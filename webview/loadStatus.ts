import { type Disposable } from './disposable';
import { h } from './dom';
import { type L10n } from './l10n';
import { strings } from './strings';
import { button } from './toolkit';

/** Waits shorter than this, in ms, are not worth a word. */
const SLOW = 200;

/** The line that says that a part of the page is on its way, or why it did not come. */
export interface LoadStatus extends Disposable {
  element: HTMLElement;
  /** It was asked for; after a moment that is said, and `onSlow` is called. */
  start(onSlow?: () => void): void;
  done(): void;
  /** It did not come: a button asks again. */
  fail(text: string): void;
  readonly failed: boolean;
}

/** Makes the line. Only a `spoken` one is read out: several parts often wait for the same thing. */
export function createLoadStatus(l10n: L10n, retry: () => void, { spoken }: { spoken: boolean }): LoadStatus {
  const element = h('div', { class: 'load-status', role: spoken ? 'status' : undefined });
  let timer = 0;
  let failed = false;
  const clear = () => {
    clearTimeout(timer);
    failed = false;
    element.replaceChildren();
  };
  return {
    element,
    start(onSlow) {
      clear();
      timer = window.setTimeout(() => {
        element.replaceChildren(h('span', { class: 'muted' }, l10n.t(strings.loadingPart)));
        onSlow?.();
      }, SLOW);
    },
    done: clear,
    fail(text) {
      clear();
      failed = true;
      element.replaceChildren(
        h('p', { class: spoken ? 'notice' : 'muted' }, text),
        button(l10n.t(strings.tryAgain), retry),
      );
    },
    get failed() {
      return failed;
    },
    dispose: () => clearTimeout(timer),
  };
}
