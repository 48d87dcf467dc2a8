import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { isShortcut } from '../figures/cellKeys';

export interface Tab {
  id: string;
  title: string;
  /** What it shows. */
  panel: HTMLElement;
}

export interface Tabs extends Disposable {
  element: HTMLElement;
  /** Shows what one tab has, and hides the others. */
  open(id: string): void;
}

/** Tabs as VS Code's panel has them: one Tab stop, arrow keys, Home and End choose. */
export function createTabs(label: string, tabs: readonly Tab[], onChoose: (id: string) => void): Tabs {
  const buttons = tabs.map(({ title, panel }) => {
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `${panel.id}-tab`);
    panel.tabIndex = 0;
    return h(
      'button',
      { type: 'button', role: 'tab', class: 'tab', id: `${panel.id}-tab`, 'aria-controls': panel.id },
      title,
    );
  });
  const element = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...buttons);

  function choose(at: number): void {
    const index = (at + tabs.length) % tabs.length;
    buttons[index]!.focus({ preventScroll: true });
    onChoose(tabs[index]!.id);
  }

  const listeners = combine(
    listen<MouseEvent>(element, 'click', ({ target }) => {
      const index = buttons.indexOf(target as HTMLButtonElement);
      if (index >= 0) choose(index);
    }),
    listen<KeyboardEvent>(element, 'keydown', (event) => {
      if (isShortcut(event)) return;
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(to);
    }),
  );
  return {
    element,
    open(id) {
      for (const [index, tab] of tabs.entries()) {
        const isOpen = tab.id === id;
        tab.panel.hidden = !isOpen;
        buttons[index]!.tabIndex = isOpen ? 0 : -1;
        buttons[index]!.setAttribute('aria-selected', String(isOpen));
      }
    },
    dispose: listeners.dispose,
  };
}
