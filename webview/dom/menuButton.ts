import { combine, type Disposable, listen } from './disposable';
import { h, uniqueId } from './elements';
import { button } from './toolkit';

export interface MenuItem {
  text: string;
  run: () => void;
}

export interface MenuButton extends Disposable {
  element: HTMLElement;
  /** Name for screen readers, of the button and of its menu. */
  setLabel(label: string): void;
}

/** A button that opens a menu: arrow keys walk in it, Enter chooses, Escape and a click elsewhere close it. */
export function createMenuButton(
  text: string,
  note: () => string | null,
  items: readonly MenuItem[],
): MenuButton {
  const id = uniqueId('menu');
  const opener = button(text, () => (menu.hidden ? open() : close(false)), { look: 'quiet' });
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-controls', id);
  opener.setAttribute('aria-expanded', 'false');
  const entries = items.map((item) => {
    const entry = h('button', { role: 'menuitem', tabindex: -1, type: 'button' }, item.text);
    entry.addEventListener('click', () => {
      close(true);
      item.run();
    });
    return entry;
  });
  const remark = h('p', { class: 'menu-note' });
  const menu = h('div', { role: 'menu', id, class: 'menu', hidden: true }, ...entries);
  const popup = h('div', { class: 'menu-popup' }, menu, remark);
  const element = h('div', { class: 'menu-button' }, opener, popup);

  function open(): void {
    remark.textContent = note() ?? '';
    menu.hidden = false;
    element.classList.add('is-open');
    opener.setAttribute('aria-expanded', 'true');
    entries[0]?.focus();
  }
  function close(refocus: boolean): void {
    if (menu.hidden) return;
    menu.hidden = true;
    element.classList.remove('is-open');
    opener.setAttribute('aria-expanded', 'false');
    if (refocus) opener.focus();
  }
  function move(by: number): void {
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    entries[(at + by + entries.length) % entries.length]?.focus();
  }

  const listeners = combine(
    listen<KeyboardEvent>(menu, 'keydown', (event) => {
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (event.key === 'Home') entries[0]?.focus();
      else if (event.key === 'End') entries.at(-1)?.focus();
      else if (event.key === 'Escape') close(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }),
    listen<FocusEvent>(element, 'focusout', (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) close(false);
    }),
  );
  return {
    element,
    setLabel(label) {
      opener.setAttribute('aria-label', label);
      menu.setAttribute('aria-label', label);
    },
    dispose: () => listeners.dispose(),
  };
}
