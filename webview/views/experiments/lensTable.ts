import { layerName } from '../../../src/describe/names';
import type { L10n } from '../../../src/describe/l10n';
import { nextText, nextWord } from '../../../src/describe/nextWords';
import type { LensResult } from '../../../src/protocol/requests/lens';
import { h } from '../../dom/elements';
import { strings } from '../../text/strings';

/** Probabilities below it are not told apart: their digits would take the place of the words. */
const TINY = 1e-4;

/** The likeliest words of each layer, the last layer on top, and the place of the word that is followed. */
export function lensTable(
  l10n: L10n,
  { words, layers }: LensResult,
  place: string,
  onChoose: (word: number) => void,
): HTMLElement {
  const followed = words[0] ?? null;
  const top = layers[0]?.top.length ?? 0;
  const column = (text: string) => h('th', { scope: 'col' }, text);
  const head = h(
    'tr',
    {},
    column(l10n.t(strings.layerAxis)),
    ...(followed ? [column(l10n.t(strings.lensRank, { word: l10n.say(nextWord(followed.text)) }))] : []),
    ...Array.from({ length: top }, (_, i) => column(l10n.t(strings.lensPlace, { place: i + 1 }))),
  );
  const rows = layers
    .map((layer, at) => {
      const [held] = layer.words;
      const rank =
        held &&
        h(
          'td',
          { class: 'heat-cell' },
          l10n.t(strings.lensHeld, { rank: held.rank, share: shareOf(l10n, held.probability) }),
        );
      rank?.style.setProperty('--part', String(held!.probability));
      const cells = layer.top.map(({ id, text, probability }) => {
        const name = l10n.t(strings.lensCell, {
          word: l10n.say(nextWord(text)),
          share: l10n.percent(probability),
        });
        const choose = h(
          'button',
          {
            class: 'heat-word',
            type: 'button',
            title: name,
            'aria-label': name,
            'aria-pressed': id === followed?.id ? 'true' : 'false',
          },
          nextText(text),
        );
        choose.addEventListener('click', () => onChoose(id));
        const cell = h('td', { class: 'heat-cell', dir: 'auto' }, choose);
        cell.style.setProperty('--part', String(probability));
        return cell;
      });
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, l10n.say(layerName(at))),
        ...(rank ? [rank] : []),
        ...cells,
      );
    })
    .reverse();
  return h(
    'div',
    {
      class: 'heat-scroll',
      tabindex: 0,
      role: 'region',
      'aria-label': l10n.t(strings.lensCaption, { token: place }),
    },
    h(
      'table',
      { class: 'heat-table' },
      h('caption', {}, l10n.t(strings.lensCaption, { token: place })),
      h('thead', {}, head),
      h('tbody', {}, ...rows),
    ),
  );
}

function shareOf(l10n: L10n, probability: number): string {
  return probability < TINY ? `< ${l10n.percent(TINY)}` : l10n.percent(probability);
}
