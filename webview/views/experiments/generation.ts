import type { NextToken } from '../../../src/protocol/analysis';
import { combine, type Disposable } from '../../dom/disposable';
import { h, uniqueId } from '../../dom/elements';
import { button, chooser } from '../../dom/toolkit';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { mountMap } from '../map/mapView';
import { mountTokenStrip } from '../prompt/tokenStrip';
import { createAnswerShades } from './answerShades';
import { createAnswerTokens } from './answerTokens';
import { answeredMaps, answeredView } from './answered';
import { keptExperiments } from './kept';
import { createRun } from './run';

/** How many tokens may be asked for. */
const COUNTS = [20, 50, 100, 200];

/** The model's answer, written token by token, and what it read of the prompt to write it. */
export function mountGeneration(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, ask, headings } = view;
  const { attention, next } = shown.result;
  const kept = keptExperiments(view);
  const id = uniqueId('generation');
  host.append(h(headings.section, { id }, l10n.t(strings.generation)));
  if (!ask || !attention.causal || next.length === 0) {
    host.append(h('p', { class: 'note' }, l10n.t(strings.saysNothing)));
    return combine();
  }

  const counts = COUNTS.map((n) => ({ value: String(n), text: l10n.t(strings.answerCount, { n }) }));
  const count = chooser(l10n.t(strings.answerLength), counts, String(kept.count), (value) => {
    kept.count = Number(value);
  });
  const ended = h('p', { class: 'note', role: 'status' });
  const readHost = h('div');
  const mapsHost = h('div');
  /** What is made of the answer that stands there. */
  let made: Disposable = combine();
  let onPart: ((part: number | 'whole') => void) | null = null;
  const list = createAnswerTokens(l10n, (part) => onPart?.(part));
  list.element.hidden = true;

  const run = createRun({
    view,
    start: strings.generate,
    async work(signal, onProgress) {
      const tokens: NextToken[] = [];
      begin();
      kept.generated = { tokens, ended: 'stopped' };
      const answer = await ask(
        'generate',
        { count: kept.count },
        {
          signal,
          onProgress(progress) {
            if (signal.aborted) return;
            onProgress(progress);
            if (!progress.token) return;
            tokens.push(progress.token);
            list.add(progress.token);
          },
        },
      );
      if (signal.aborted) return;
      kept.generated = answer;
      show();
    },
    // What came is kept.
    onStopped: () => show(),
  });

  function begin(): void {
    made.dispose();
    made = combine();
    onPart = null;
    readHost.replaceChildren();
    mapsHost.replaceChildren();
    ended.textContent = '';
    list.show([]);
    list.element.hidden = false;
  }

  function show(): void {
    begin();
    const { generated } = kept;
    if (!generated || !ask) return;
    const { tokens } = generated;
    list.show(tokens);
    ended.textContent = l10n.t(endings[generated.ended], { n: tokens.length });
    if (tokens.length === 0) return;
    const maps = answeredMaps(view, ask, tokens);
    const shades = createAnswerShades(view, tokens, maps);
    readHost.append(shades.element);
    shades.show('whole');
    onPart = shades.show;
    let open: Disposable = combine();
    const more = button(l10n.t(strings.answerMaps), () => {
      open.dispose();
      const own = answeredView(view, maps, tokens);
      const [strip, map] = [h('div', { class: 'part' }), h('div', { class: 'part' })];
      mapsHost.replaceChildren(h('p', { class: 'note' }, l10n.t(strings.answerMapsNote)), strip, map);
      open = combine(
        mountTokenStrip(strip, own),
        mountMap(map, own),
        store.subscribe(['sink', 'palette'], ({ sink, palette }) => own.store.set({ sink, palette })),
      );
    });
    mapsHost.append(more);
    made = combine(shades, { dispose: () => open.dispose() });
  }

  host.append(
    h('p', { class: 'note' }, l10n.t(strings.generationMeans)),
    h('p', { class: 'note' }, l10n.t(strings.generationNot)),
    h('div', { class: 'controls', role: 'group', 'aria-labelledby': id }, count.element, run.button),
    run.element,
    list.element,
    ended,
    readHost,
    mapsHost,
  );
  if (kept.generated) show();
  return combine(run, list, { dispose: () => made.dispose() });
}

const endings = {
  'end-token': strings.answerEnded,
  count: strings.answerCut,
  context: strings.answerFull,
  stopped: strings.answerStopped,
};
