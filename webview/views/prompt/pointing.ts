import { combine, type Disposable, listen } from '../../dom/disposable';
import { isShortcut } from '../../figures/cellKeys';
import type { ViewState } from '../../state/state';
import type { Store } from '../../state/store';
import { tokenByKey } from './tokenKeys';

/** What a person does with tokens, by pointer or keys. */
export interface Pointing {
  /** Looks at a token; at none where `null`. */
  onLook(token: number | null): void;
  onLock(token: number): void;
  onFree(): void;
}

/** Hears of it: pointing or arrow keys look, a click or Enter locks, Escape lets go. */
export function pointAtTokens(
  list: HTMLElement,
  tokens: readonly HTMLElement[],
  store: Store<ViewState>,
  { onLook, onLock, onFree }: Pointing,
): Disposable & { byPointer(): boolean } {
  /** Who looks: what keys look at stays where the pointer merely leaves. */
  let byPointer = false;

  function onKey(event: KeyboardEvent): void {
    if (isShortcut(event)) return;
    const { token, looked } = store.get();
    const at = looked ?? token;
    const to = tokenByKey(event, at, tokens);
    if (to === null && !['Enter', ' ', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    byPointer = false;
    if (event.key === 'Escape') return onFree();
    if (to === null) return onLock(at);
    const next = Math.max(0, Math.min(tokens.length - 1, to));
    tokens[next]!.focus();
    onLook(next);
  }

  const listeners = combine(
    listen(list, 'pointerover', (event) => {
      const token = tokenOf(event);
      if (token === null) return;
      byPointer = true;
      onLook(token);
    }),
    listen(list, 'pointerleave', () => {
      if (byPointer) onLook(null);
      byPointer = false;
    }),
    listen<FocusEvent>(list, 'focusout', ({ relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && list.contains(relatedTarget);
      if (!isInside && !byPointer) onLook(null);
    }),
    listen(list, 'click', (event) => {
      const token = tokenOf(event);
      if (token === null) return;
      tokens[token]!.focus({ preventScroll: true });
      onLock(token);
    }),
    listen(list, 'keydown', onKey),
  );
  return { byPointer: () => byPointer, dispose: listeners.dispose };
}

function tokenOf({ target }: Event): number | null {
  const token = target instanceof Element ? target.closest<HTMLElement>('[data-token]') : null;
  return token && Number(token.dataset.token);
}
