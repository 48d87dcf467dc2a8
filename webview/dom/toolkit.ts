/** The only door to the toolkit of VS Code controls; what it draws takes its colours from `--vscode-*`. */
import {
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { type Attributes, setAttributes } from './elements';

/** Registers the controls. Call before the window's `load` event: the toolkit reads the theme then. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());
}

function control<E extends HTMLElement>(tag: string, attributes: Attributes): E {
  const element = document.createElement(tag) as E;
  setAttributes(element, attributes);
  return element;
}

export interface ButtonOptions {
  look?: 'primary' | 'secondary' | 'quiet';
  /** Name for screen readers where the text is a sign only. */
  label?: string;
}

/** A button. */
export function button(text: string, onClick: () => void, options: ButtonOptions = {}): HTMLElement {
  const { look = 'secondary', label } = options;
  const element = control<HTMLElement>('vscode-button', {
    appearance: look === 'quiet' ? 'icon' : look,
    'aria-label': label,
    title: label,
  });
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

/** A box to tick; `set` changes it without telling. */
export interface Box {
  element: HTMLElement;
  set(checked: boolean): void;
}

/** A labelled box to tick. */
export function checkbox(text: string, checked: boolean, onChange: (checked: boolean) => void): Box {
  const element = control<Checkbox>('vscode-checkbox', { checked });
  element.textContent = text;
  element.checked = checked;
  let current = checked;
  // The toolkit tells of changes made by program too.
  element.addEventListener('change', () => {
    if (element.checked === current) return;
    current = element.checked;
    onChange(current);
  });
  return {
    element,
    set(next) {
      current = next;
      element.checked = next;
    },
  };
}

export interface Choice {
  value: string;
  text: string;
}

/** A list to choose one of; `set` changes the choice without telling. */
export interface Chooser {
  element: HTMLElement;
  set(value: string): void;
  /** Whether one of the choices can be made. */
  setEnabled(value: string, enabled: boolean): void;
}

/** A labelled drop-down list. */
export function chooser(
  label: string,
  choices: readonly Choice[],
  value: string,
  onChange: (value: string) => void,
): Chooser {
  const element = control<Dropdown>('vscode-dropdown', { 'aria-label': label });
  const options = new Map<string, HTMLElement>();
  for (const choice of choices) {
    const option = control<HTMLElement>('vscode-option', {
      value: choice.value,
      selected: choice.value === value,
    });
    option.textContent = choice.text;
    options.set(choice.value, option);
    element.append(option);
  }
  let current = value;
  element.addEventListener('change', () => {
    if (element.value === current) return;
    current = element.value;
    onChange(current);
  });
  return {
    element,
    set(next) {
      current = next;
      if (element.value !== next) element.value = next;
    },
    setEnabled(choice, enabled) {
      options.get(choice)?.toggleAttribute('disabled', !enabled);
    },
  };
}
