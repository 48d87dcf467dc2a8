import type { L10n } from '../../../src/describe/l10n';
import { isPart, nextText, nextWord, partOfCharacter } from '../../../src/describe/nextWords';
import type { LensResult } from '../../../src/protocol/requests/lens';
import { h } from '../../dom/elements';
import { strings } from '../../text/strings';

/** Probabilities below it are not told: their digits would take the place of the words. */
const TINY = 1e-4;

/** Words of a layer that fit a side bar. */
const NARROW_TOP = 3;

/** The likeliest words of each layer, the last layer on top, and the place of the word that is followed. */
export function lensTable(
  l10n: L10n,
  { words, layers }: LensResult,
  place: string,
  onChoose: (word: number) => void,
): HTMLElement {
  const followed = words[0] ?? null;
  const top = layers[0]?.top.length ?? 0;
  const column = (text: string, at = 0) => h('th', { scope: 'col', class: classOf(at) }, text);
  const head = h(
    'tr',
    {},
    column(l10n.t(strings.layerAxis)),
    ...(followed ? [column(l10n.t(strings.lensRank, { word: l10n.say(nextWord(followed.text)) }))] : []),
    ...Array.from({ length: top }, (_, i) => column(l10n.t(strings.lensPlace, { place: i + 1 }), i)),
  );
  const rows = layers
    .map((layer, at) => {
      const [held] = layer.words;
      const rank = held && h('td', { class: 'heat-cell' }, heldText(l10n, held));
      rank?.style.setProperty('--part', String(held!.probability));
      const cells = layer.top.map(({ id, text, probability }, i) => {
        const name = l10n.t(strings.lensCell, {
          word: l10n.say(nextWord(text)),
          share: l10n.percent(probability),
        });
        const choose = h(
          'button',
          {
            class: isPart(text) ? 'heat-word next-part' : 'heat-word',
            type: 'button',
            title: name,
            'aria-label': name,
            'aria-pressed': id === followed?.id ? 'true' : 'false',
          },
          isPart(text) ? l10n.say(partOfCharacter) : nextText(text),
        );
        choose.addEventListener('click', () => onChoose(id));
        const cell = h('td', { class: `heat-cell ${classOf(i) ?? ''}`, dir: 'auto' }, choose);
        cell.style.setProperty('--part', String(probability));
        return cell;
      });
      return h('tr', {}, h('th', { scope: 'row' }, String(at)), ...(rank ? [rank] : []), ...cells);
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
      h('caption', {}, h('span', {}, l10n.t(strings.lensCaption, { token: place }))),
      h('thead', {}, head),
      h('tbody', {}, ...rows),
    ),
  );
}

/** Words that a narrow panel has no room for. */
const classOf = (at: number) => (at < NARROW_TOP ? undefined : 'where-wide');

/** The place of the word that is followed; its probability where there is one to tell. */
function heldText(l10n: L10n, { rank, probability }: LensResult['layers'][number]['words'][number]): string {
  if (probability < TINY) return l10n.number(rank);
  return l10n.t(strings.lensHeld, { rank, share: l10n.percent(probability) });
}
