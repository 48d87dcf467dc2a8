import { combine, type Disposable, listen } from './disposable';
import { h } from './elements';

/** What is shown on request, and on paper, where nothing can be opened. */
export function details(
  title: string,
  ...content: (HTMLElement | null)[]
): Disposable & { element: HTMLDetailsElement } {
  const element = h('details', { class: 'details' }, h('summary', {}, title), ...content);
  let wasOpen = false;
  const listening = combine(
    listen(window, 'beforeprint', () => {
      wasOpen = element.open;
      element.open = true;
    }),
    listen(window, 'afterprint', () => {
      element.open = wasOpen;
    }),
  );
  return { element, dispose: listening.dispose };
}
