import { mapName } from '../../../src/describe/names';
import { visible } from '../../../src/describe/tokenText';
import { cellName, quoted, tokenName } from '../../text/names';
import type { NumberGrid } from '../../numbers/numberGrid';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { mapTreatment, shareTreatment } from '../../text/treatment';
import type { TokenWeights } from './tokenWeights';

/** How many tokens the sentence below the strip names. */
const NAMED = 3;

/** A token within running text: spaces stay, a line break is shown and made. */
export function stripText(text: string): string {
  return text.replace(/[^ ]+/gu, visible) || '∅';
}

/** Text between tokens: white space as it is, what cannot be seen by its code. */
export function gapText(text: string): string {
  return text.replace(/\S+/gu, visible);
}

/** The chosen token, and what it attends to or is attended to by most. */
export function sentenceOf({ l10n, shown, store }: View, { values, pool }: TokenWeights): string {
  const { tokens, attention } = shown.result;
  const { token, direction, sink } = store.get();
  const chosen = l10n.t(strings.chosenToken, {
    index: String(token),
    count: String(tokens.length - 1),
    token: quoted(tokens[token]),
  });
  const order = [...values.keys()]
    .filter((index) => values[index]! > 0)
    .sort((a, b) => values[b]! - values[a]!)
    .slice(0, NAMED);
  const items = order.map((index) =>
    l10n.t(strings.listItem, { token: tokenName(l10n, tokens, index), share: l10n.percent(values[index]!) }),
  );
  const list = new Intl.ListFormat(l10n.locale, { type: 'conjunction' }).format(items);
  const reads = direction === 'reads';
  const isHidden = sink === 'hidden' && token === attention.sink;
  const sentence =
    order.length === 0
      ? l10n.t(reads ? strings.attendsNothing : isHidden ? strings.attendedSink : strings.attendedNothing, {
          sink: l10n.t(strings.showSink, { index: String(attention.sink) }),
        })
      : l10n.t(reads ? strings.attendsMost : strings.attendedMost, { list });
  return pool > 1 ? `${chosen}. ${l10n.t(strings.pooledStrip, { n: pool })}` : `${chosen}. ${sentence}`;
}

/** The map that the shades are of. */
export function shadedMap({ l10n, store }: View): string {
  const { scope, layer, head } = store.get();
  return scope === 'all-layers' ? l10n.t(strings.allLayersMean) : l10n.say(mapName(layer, head));
}

/** What the weights of the strip went through. */
export function treatmentOf(view: View, pool: number): string {
  const { sink } = view.store.get();
  return pool > 1 ? mapTreatment(view, pool) : shareTreatment(view, sink === 'hidden');
}

/** The weights of the strip as one row of named numbers, one for each token or block of tokens. */
export function gridOf(view: View, { values, pool }: TokenWeights): NumberGrid {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const { token, direction } = store.get();
  const name = cellName(l10n, tokens, Math.floor(token / pool), pool);
  const blocks = Array.from({ length: Math.ceil(tokens.length / pool) }, (_, block) =>
    // Tokens of a block have the same weight, or none.
    values.subarray(block * pool, (block + 1) * pool).find((value) => !Number.isNaN(value)),
  );
  return {
    name: `token-${token}`,
    title: l10n.t(direction === 'reads' ? strings.stripTitleReads : strings.stripTitleReadBy, {
      token: name,
      map: shadedMap(view),
    }),
    treatment: treatmentOf(view, pool),
    rows: 1,
    columns: blocks.length,
    values: Float32Array.from(blocks, (value) => value ?? NaN),
    rowsTitle: l10n.t(direction === 'reads' ? strings.outputs : strings.inputs),
    columnsTitle: l10n.t(direction === 'reads' ? strings.inputs : strings.outputs),
    valuesTitle: l10n.t(strings.weight),
    rowLabel: () => name,
    columnLabel: (column) => cellName(l10n, tokens, column, pool),
    format: l10n.weight,
  };
}
