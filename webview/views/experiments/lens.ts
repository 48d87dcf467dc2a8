import { nextWord } from '../../../src/describe/nextWords';
import { visible } from '../../../src/describe/tokenText';
import type { AttributionResult, LensResult } from '../../../src/protocol/requests/lens';
import { combine, type Disposable } from '../../dom/disposable';
import { h, uniqueId } from '../../dom/elements';
import { button } from '../../dom/toolkit';
import { createLoading } from '../../figures/loading';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { attributionTable } from './attributionTable';
import { lensTable } from './lensTable';

/** Words of each layer that are shown. */
const TOP = 5;

/**
 * What each layer would say next after the locked token, the rank of a chosen word by layer, and what each part of the
 * model adds to that word. A run of the model each, when the person asks.
 */
export function mountLens(host: HTMLElement, view: View): Disposable {
  const { ask, l10n, shown, store } = view;
  if (!ask) return combine();
  const { tokens, attention, next } = shown.result;
  const [lensId, partsId] = [uniqueId('lens'), uniqueId('parts')];
  const lensBody = h('div');
  const partsBody = h('div');
  /** What is shown: the token it was asked for, and the word that is followed. */
  let position: number | null = null;
  let word: number | null = null;

  const lensLoading = createLoading({
    view,
    spoken: true,
    async load(signal, onProgress) {
      if (position === null) return;
      const result = await ask(
        'lens',
        { position, top: TOP, words: word === null ? [] : [word] },
        { signal, onProgress },
      );
      if (!signal.aborted) showLens(result);
    },
    failed: (error) => failed(error, lensBody),
  });
  const partsLoading = createLoading({
    view,
    spoken: true,
    async load(signal, onProgress) {
      if (position === null || word === null) return;
      const result = await ask('attribution', { position, words: [word] }, { signal, onProgress });
      if (!signal.aborted) showParts(result);
    },
    failed: (error) => failed(error, partsBody),
  });
  const start = button('', () => {
    position = store.get().token;
    word = position === attention.reading.token ? (next[0]?.id ?? null) : null;
    partsLoading.stop();
    partsBody.replaceChildren();
    lensLoading.load();
  });
  const asked = button(l10n.t(strings.partsAsk), () => partsLoading.load());
  const partsPart = h(
    'div',
    {},
    h('h3', { id: partsId }, l10n.t(strings.parts)),
    h('p', { class: 'note' }, l10n.t(strings.partsMeans)),
    h('p', { class: 'note' }, l10n.t(strings.partsMeansNot)),
    h('p', {}, asked),
    partsLoading.element,
    partsBody,
  );
  partsPart.hidden = true;
  host.append(
    h('h2', { id: lensId }, l10n.t(strings.lens)),
    h('p', { class: 'note' }, l10n.t(strings.lensMeans)),
    h('p', { class: 'note' }, l10n.t(strings.lensMeansNot)),
    h('p', {}, start),
    lensLoading.element,
    lensBody,
    partsPart,
  );

  function failed(error: unknown, body: HTMLElement): string {
    body.replaceChildren();
    return error instanceof Error ? error.message : String(error);
  }

  function showLens(result: LensResult): void {
    const followed = result.words[0] ?? null;
    lensBody.replaceChildren(
      lensTable(l10n, result, place(), (id) => {
        word = id;
        partsLoading.stop();
        partsBody.replaceChildren();
        lensLoading.load();
      }),
    );
    partsPart.hidden = followed === null;
  }

  function showParts(result: AttributionResult): void {
    const [first] = result.words;
    if (!first) return;
    partsBody.replaceChildren(
      attributionTable(
        l10n,
        result,
        first,
        { place: place(), word: l10n.say(nextWord(first.text)) },
        (layer, head) => view.openMap({ layer, head }),
      ),
    );
  }

  function place(): string {
    const token = tokens[position ?? 0];
    return l10n.t(strings.tokenAt, { index: String(position ?? 0), token: visible(token?.text ?? '') });
  }

  function nameButton(): void {
    const { token } = store.get();
    const text = visible(tokens[token]?.text ?? '');
    start.textContent = l10n.t(strings.lensAsk, {
      token: l10n.t(strings.tokenAt, { index: token, token: text }),
    });
  }

  nameButton();
  return combine(lensLoading, partsLoading, store.subscribe(['token'], nameButton));
}
