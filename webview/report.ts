import { blockNames, type EmbeddedReport } from '../src/protocol/embedded';
import { registerCharts } from './charts/register';
import { readPalette } from './colors/palette';
import { h } from './dom/elements';
import { embeddedMaps, readBlock } from './maps/embeddedMaps';
import { createL10n } from './text/l10n';
import { createAnnouncer, followTheme, mountPage } from './page/page';
import { initialState, type ViewState } from './state/state';
import { createStore } from './state/store';
import { strings } from './text/strings';
import { registerToolkit } from './dom/toolkit';
// The bundler puts the style sheet beside the program; it is no part of the program's own arrows.
// eslint-disable-next-line boundaries/no-unknown-dependencies
import '../media/report.css';

/** Gives the page the class of the system's theme; the style sheet and the toolkit follow it. */
function followSystemTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const apply = (onPaper = false) => {
    const shade = dark.matches && !onPaper ? 'dark' : 'light';
    const highContrast = shade === 'dark' ? 'vscode-high-contrast' : 'vscode-high-contrast-light';
    const kind = contrast.matches && !onPaper ? highContrast : `vscode-${shade}`;
    document.body.className = `attn-report ${kind}`;
    document.body.setAttribute('data-vscode-theme-kind', kind);
  };
  apply();
  dark.addEventListener('change', () => apply());
  contrast.addEventListener('change', () => apply());
  window.addEventListener('beforeprint', () => apply(true));
  window.addEventListener('afterprint', () => apply());
}

/** Offers a file the way a page without a server can: as a download. */
function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function start(): Promise<void> {
  const report = JSON.parse(new TextDecoder().decode(await readBlock(blockNames.report))) as EmbeddedReport;
  const l10n = createL10n('en', {});
  const store = createStore<ViewState>(initialState(report.shown, null, null, readPalette(document.body)));
  const announcer = createAnnouncer();
  const app = h('main');
  document.getElementById('app')!.replaceChildren(app, ...announcer.elements);
  if (report.masked) app.append(h('p', { class: 'notice' }, l10n.t(strings.masked)));
  mountPage(app.appendChild(h('div')), {
    store,
    shown: report.shown,
    maps: embeddedMaps(report),
    l10n,
    host: {
      // There is no editor beside a report: tokens and findings are marked on the page itself.
      chooseToken() {},
      chooseFinding(finding) {
        const first = report.shown.result.attention.spans[finding]?.tokens.first;
        if (first !== undefined) store.set({ token: first });
        document.getElementById('prompt')?.scrollIntoView({ block: 'start' });
      },
      async save(name, bytes, type) {
        download(name, bytes, type);
        announcer.announce(l10n.t(strings.saved, { name }));
      },
      announce: announcer.announce,
    },
  });
  followTheme(store);
}

followSystemTheme();
registerToolkit();
registerCharts();
void start();
