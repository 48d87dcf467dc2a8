import { blockNames, type EmbeddedComparison, type EmbeddedReport } from '../src/protocol/borders/embedded';
import { registerCharts } from './charts/register';
import { readPalette } from './colors/palette';
import { h } from './dom/elements';
import { embeddedMaps, readBlock } from './maps/embeddedMaps';
import { findingSpan } from './numbers/findingSpan';
import { createL10n } from '../src/describe/l10n';
import { createAnnouncer } from './page/announcer';
import { mountComparisonPage } from './page/comparisonPage';
import { mountPage } from './page/page';
import { followPaper } from './page/paper';
import { followSystemTheme, followTheme } from './page/theme';
import { initialState } from './state/start';
import type { ViewState } from './state/state';
import { lockToken } from './state/token';
import { createStore } from './state/store';
import { strings } from './text/strings';
import { registerToolkit } from './dom/toolkit';
// The bundler puts the style sheet beside the program; it is no part of the program's own arrows.
// eslint-disable-next-line boundaries/no-unknown-dependencies
import '../media/report.css';

/** Offers a file the way a page without a server can: as a download. */
function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function start(): Promise<void> {
  const embedded = JSON.parse(new TextDecoder().decode(await readBlock(blockNames.report))) as
    EmbeddedReport | EmbeddedComparison;
  if ('comparison' in embedded) startComparison(embedded);
  else startReport(embedded);
}

/** The page of two prompts. */
function startComparison({ comparison, before, after }: EmbeddedComparison): void {
  const l10n = createL10n('en', {});
  const announcer = createAnnouncer();
  const app = h('main');
  document.getElementById('app')!.replaceChildren(app, ...announcer.elements);
  if (after.masked) app.append(h('p', { class: 'notice' }, l10n.t(strings.masked)));
  const maps = { before: embeddedMaps(before, 'before-'), after: embeddedMaps(after, 'after-') };
  mountComparisonPage(
    app.appendChild(h('div')),
    { comparison, before: before.shown, after: after.shown, maps },
    {
      l10n,
      host: {
        chooseToken() {},
        chooseFinding() {},
        async save(name, bytes, type) {
          download(name, bytes, type);
          announcer.announce(l10n.t(strings.saved, { name }));
        },
        announce: announcer.announce,
      },
    },
  );
}

/** The page of an analysis. */
function startReport(report: EmbeddedReport): void {
  const l10n = createL10n('en', {});
  const store = createStore<ViewState>(initialState(report.shown, null, null, readPalette(document.body)));
  const announcer = createAnnouncer();
  const app = h('main');
  document.getElementById('app')!.replaceChildren(app, ...announcer.elements);
  if (report.masked) app.append(h('p', { class: 'notice' }, l10n.t(strings.masked)));
  followPaper(store);
  const view = {
    store,
    shown: report.shown,
    maps: embeddedMaps(report),
    ask: null,
    l10n,
    host: {
      // There is no editor beside a report: tokens and findings are marked on the page itself.
      chooseToken() {},
      chooseFinding(finding: string) {
        const first = findingSpan(report.shown.result, finding)?.tokens.first;
        const prompt = page.show('prompt');
        if (first === undefined) return;
        lockToken({ store }, first);
        prompt.querySelector(`[data-token="${first}"]`)?.scrollIntoView({ block: 'center' });
      },
      async save(name: string, bytes: Uint8Array<ArrayBuffer>, type: string) {
        download(name, bytes, type);
        announcer.announce(l10n.t(strings.saved, { name }));
      },
      announce: announcer.announce,
    },
  };
  const page = mountPage(app.appendChild(h('div')), view, { whole: true });
  followTheme(store);
}

followSystemTheme();
registerToolkit();
registerCharts();
void start();
