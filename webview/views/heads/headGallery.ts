import { HEAD_LABELS, type HeadLabel, labelsOf } from '../../../src/attention/heads/labels';
import type { HeadsRead } from '../../../src/protocol/requests/heads';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button, chooser } from '../../dom/toolkit';
import { createLoading } from '../../figures/loading';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { headQuestions } from './askHeads';
import { headFigures } from './headFigures';
import { createHeadMap } from './headMap';
import { createHeadPage } from './headPage';
import { labelNames } from './labelNames';
import { createTopHeads } from './topHeads';

/** Tokens of a prompt from which on it is measured only when the person asks: it is a run of the model with all heads. */
const LONG_PROMPT = 1000;

/** All heads by a metric, what the strongest of them look like, and the chosen one's page. */
export function mountHeadGallery(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, ask, headings } = view;
  host.append(
    h(headings.section, {}, l10n.t(strings.headGallery)),
    h('p', { class: 'note' }, l10n.t(strings.headGalleryNote)),
  );
  if (!ask) {
    host.append(h('p', { class: 'note' }, l10n.t(strings.needsExtension)));
    return combine();
  }
  const questions = headQuestions(shown.result);
  const body = h('div', {});
  let made: Disposable | null = null;

  const loading = createLoading({
    view,
    spoken: true,
    async load(signal, onProgress) {
      const read = await ask('headMetrics', questions.asked, { signal, onProgress });
      if (signal.aborted) return;
      made?.dispose();
      made = showHeads(body, view, questions, read);
    },
    failed: (error) => l10n.t(strings.partFailed) + (error instanceof Error ? ` ${error.message}` : ''),
  });
  const isLong = shown.result.tokens.length >= LONG_PROMPT;
  const request = h('div', { class: 'controls' });
  request.append(
    button(l10n.t(strings.measureHeads), () => {
      request.remove();
      loading.load();
    }),
  );
  host.append(...(isLong ? [request] : []), loading.element, body);
  if (!isLong) loading.load();
  return combine(loading, { dispose: () => made?.dispose() });
}

function showHeads(
  body: HTMLElement,
  view: View,
  questions: ReturnType<typeof headQuestions>,
  read: HeadsRead,
): Disposable {
  const { l10n } = view;
  const figures = headFigures(view, questions, read);
  const { profile } = read;
  let figure = figures[0]!;
  let label: HeadLabel | 'all' = 'all';
  const labels = (layer: number, head: number) => (profile ? labelsOf(profile, layer, head) : []);
  const shows = (layer: number, head: number) => label === 'all' || labels(layer, head).includes(label);

  const map = createHeadMap(view);
  const top = createTopHeads(view);
  const page = createHeadPage(view, { read, labels });
  const meaning = h('p', { class: 'note' });
  const show = () => {
    meaning.textContent = figure.means ?? '';
    meaning.hidden = !figure.means;
    map.show(figure, shows);
    top.show(figure, shows);
  };
  const sort = chooser(
    l10n.t(strings.headSort),
    figures.map(({ title }, at) => ({ value: String(at), text: title })),
    '0',
    (value) => {
      figure = figures[Number(value)]!;
      show();
    },
  );
  const all = [
    { value: 'all', text: l10n.t(strings.headsAll) },
    ...HEAD_LABELS.map((value) => ({ value, text: l10n.t(labelNames[value]) })),
  ];
  const filter = chooser(l10n.t(strings.headFilter), all, 'all', (value) => {
    label = value as HeadLabel | 'all';
    show();
  });
  const controls = h('div', { class: 'controls' }, sort.element, ...(profile ? [filter.element] : []));
  body.replaceChildren(controls, meaning, map.element, top.element, page.element);
  show();
  return combine(map, top, page);
}
