import { readPalette } from '../colors/palette';
import { combine, type Disposable, listen } from '../dom/disposable';
import { SHEET } from '../dom/sheet';
import type { ViewState } from '../state/state';
import type { Store } from '../state/store';

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

/**
 * Gives the page of a report the class of the system's theme, and that of a light sheet where it is printed; the style
 * sheet and the toolkit follow it.
 */
export function followSystemTheme(): Disposable {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const apply = (onPaper: boolean) => {
    const shade = dark.matches && !onPaper ? 'dark' : 'light';
    const highContrast = shade === 'dark' ? 'vscode-high-contrast' : 'vscode-high-contrast-light';
    const kind = contrast.matches && !onPaper ? highContrast : `vscode-${shade}`;
    document.body.className = `attn-report ${kind}${onPaper ? ` ${SHEET}` : ''}`;
    document.body.setAttribute('data-vscode-theme-kind', kind);
  };
  const onScreen = () => apply(false);
  onScreen();
  return combine(
    listen(dark, 'change', onScreen),
    listen(contrast, 'change', onScreen),
    listen(window, 'beforeprint', () => apply(true)),
    listen(window, 'afterprint', onScreen),
  );
}
