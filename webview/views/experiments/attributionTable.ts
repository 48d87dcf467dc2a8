import { headName, layerName } from '../../../src/describe/names';
import type { L10n } from '../../../src/describe/l10n';
import type { AttributionResult } from '../../../src/protocol/requests/lens';
import { h } from '../../dom/elements';
import { strings } from '../../text/strings';

/** What heads, MLPs and embedding add to the logit of a word: layer by layer, the last on top. */
export function attributionTable(
  l10n: L10n,
  { capped }: AttributionResult,
  word: AttributionResult['words'][number],
  { place, word: name }: { place: string; word: string },
  onHead: (layer: number, head: number) => void,
): HTMLElement {
  const heads = Math.max(0, ...word.layers.map((layer) => layer.heads?.length ?? 0));
  const all = word.layers.flatMap((layer) => [layer.attention, layer.mlp, ...(layer.heads ?? [])]);
  const largest = Math.max(...all.map(Math.abs), Math.abs(word.embedding)) || 1;
  const digits = new Intl.NumberFormat(l10n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const figure = (value: number) => {
    const hundredths = Math.round(value * 100);
    const sign = hundredths < 0 ? '−' : hundredths > 0 ? '+' : '';
    return sign + digits.format(Math.abs(hundredths) / 100);
  };
  const cell = (value: number, content: Node | string = figure(value)) => {
    const element = h('td', { class: value < 0 ? 'heat-cell heat-lower' : 'heat-cell' }, content);
    element.style.setProperty('--part', String(Math.abs(value) / largest));
    return element;
  };
  const column = (text: string) => h('th', { scope: 'col' }, text);
  const head = h(
    'tr',
    {},
    column(l10n.t(strings.layerAxis)),
    column(l10n.t(strings.partsMlp)),
    column(l10n.t(strings.partsAttention)),
    ...Array.from({ length: heads }, (_, at) => column(l10n.say(headName(at)))),
  );
  const rows = word.layers
    .map((layer, at) => {
      const each = Array.from({ length: heads }, (_, k) => {
        const value = layer.heads?.[k];
        if (value === undefined) return h('td', {}, '');
        const label = l10n.t(strings.partsHead, {
          layer: l10n.say(layerName(at)),
          head: l10n.say(headName(k)),
          value: figure(value),
        });
        const open = h(
          'button',
          { class: 'heat-word', type: 'button', title: label, 'aria-label': label },
          figure(value),
        );
        open.addEventListener('click', () => onHead(at, k));
        return cell(value, open);
      });
      const name = h('th', { scope: 'row' }, String(at));
      return h('tr', {}, name, cell(layer.mlp), cell(layer.attention), ...each);
    })
    .reverse();
  const other = (text: string, value: number) =>
    h('tr', {}, h('th', { scope: 'row' }, text), cell(value), h('td', { colspan: heads + 1 }, ''));
  const caption = l10n.t(strings.partsCaption, { word: name, token: place, logit: figure(word.logit) });
  const apart = word.layers.some((layer) => layer.heads === null);
  return h(
    'div',
    {},
    ...(apart ? [h('p', { class: 'note' }, l10n.t(strings.partsNoHeads))] : []),
    ...(capped ? [h('p', { class: 'note' }, l10n.t(strings.partsCapped))] : []),
    h(
      'div',
      { class: 'heat-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      h(
        'table',
        { class: 'heat-table' },
        h('caption', {}, h('span', {}, caption)),
        h('thead', {}, head),
        h(
          'tbody',
          {},
          ...rows,
          other(l10n.t(strings.partsEmbedding), word.embedding),
          other(l10n.t(strings.partsConstant), word.constant),
        ),
      ),
    ),
  );
}
