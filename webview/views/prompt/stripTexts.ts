import { mapName } from '../../../src/describe/names';
import { visible } from '../../../src/describe/tokenText';
import { mapFile } from '../../export/fileName';
import { cellFields, cellName, quoted, tokenName } from '../../text/names';
import type { NumberGrid } from '../../numbers/numberGrid';
import type { View } from '../../state/state';
import { startToken } from '../../state/token';
import { strings } from '../../text/strings';
import { mapTreatment, shareTreatment, treatedAs } from '../../text/treatment';
import { strongest, type TokenWeights } from './tokenWeights';

/** How many tokens the sentence below the strip names. */
const NAMED = 3;

/** Whether a token only goes on with a character begun before, or begins one: a narrow field without words. */
export const isRest = (text: string): boolean => text === '\ufffd';

/** A token within running text: spaces stay, a line break is shown and made. */
export function stripText(text: string): string {
  if (isRest(text)) return '';
  return text.replace(/[^ ]+/gu, visible) || '∅';
}

/** Text between tokens: white space as it is, what cannot be seen by its code. */
export function gapText(text: string): string {
  return text.replace(/\S+/gu, visible);
}

/** A token, what it attends to and what attends to it most. */
export function sentenceOf(
  { l10n, shown, store }: View,
  { token, reads, readBy, pool }: TokenWeights,
): string {
  const { tokens, attention } = shown.result;
  const { sink, token: locked, looked } = store.get();
  const list = (weights: Float32Array) =>
    new Intl.ListFormat(l10n.locale, { type: 'conjunction' }).format(
      strongest(weights, NAMED).map((index) =>
        l10n.t(strings.listItem, {
          token: tokenName(l10n, tokens, index),
          share: l10n.percent(weights[index]!),
        }),
      ),
    );
  const read = list(reads);
  const readers = readBy && list(readBy);
  const isHidden = sink === 'hidden' && token === attention.sink;
  const showSink = { sink: l10n.t(strings.showSink, { index: String(attention.sink) }) };
  const nobody = l10n.t(isHidden ? strings.attendedSink : strings.attendedNothing, showSink);
  const facts =
    pool > 1
      ? [l10n.t(strings.pooledStrip, { n: pool })]
      : [
          read ? l10n.t(strings.attendsMost, { list: read }) : l10n.t(strings.attendsNothing),
          ...(readers === null ? [] : [readers ? l10n.t(strings.attendedMost, { list: readers }) : nobody]),
        ];
  const chosen = l10n.t(strings.chosenToken, {
    index: String(token),
    count: String(tokens.length - 1),
    token: quoted(l10n, tokens[token]?.text ?? ''),
  });
  const isLocked = looked === null && locked !== startToken(shown);
  return [chosen, ...facts, ...(isLocked ? [l10n.t(strings.locked)] : [])].join(' ');
}

/** What is shaded; the same whichever token is shown, so that pointing moves nothing. */
export function noteOf(view: View, pool: number): string {
  const { causal } = view.shown.result.attention;
  const what = view.l10n.t(causal ? strings.promptNoteBoth : strings.promptNoteReads);
  return `${what} ${treatmentOf(view, pool)}`;
}

/** The map that weights are of. */
export function shadedMap({ l10n, store }: View, { readBy }: TokenWeights): string {
  const { layer, head } = store.get();
  return readBy === null ? l10n.t(strings.allLayersMean) : l10n.say(mapName(layer, head));
}

/** What the weights of the strip went through. */
function treatmentOf(view: View, pool: number): string {
  const { sink } = view.store.get();
  return pool > 1 ? mapTreatment(view, pool) : shareTreatment(view, sink === 'hidden');
}

/** The weights of the strip as rows of named numbers, one for each token or block of tokens. */
export function gridOf(view: View, weights: TokenWeights): NumberGrid {
  const { l10n, shown, store } = view;
  const { layer, head, sink } = store.get();
  const { token, reads, readBy, pool } = weights;
  const { tokens } = shown.result;
  const columns = Math.ceil(tokens.length / pool);
  const ways = [
    { name: strings.directionReads, row: reads },
    ...(readBy ? [{ name: strings.directionReadBy, row: readBy }] : []),
  ];
  const values = ways.flatMap(({ row }) =>
    Array.from(
      { length: columns },
      (_, block) =>
        // Tokens of a block have the same weight, or none.
        row.subarray(block * pool, (block + 1) * pool).find((value) => !Number.isNaN(value)) ?? NaN,
    ),
  );
  return {
    name: `token-${token}-${readBy ? mapFile(layer, head) : 'all-layers'}`,
    maps: readBy ? { layer, head } : { layer: 'mean', head: 'mean' },
    treated: treatedAs(view, sink === 'hidden'),
    title: l10n.t(readBy ? strings.stripTitleBoth : strings.stripTitleReads, {
      token: cellName(l10n, tokens, Math.floor(token / pool), pool),
      map: shadedMap(view, weights),
    }),
    treatment: treatmentOf(view, pool),
    rows: ways.length,
    columns,
    values: Float32Array.from(values),
    rowsTitle: l10n.t(strings.direction),
    columnsTitle: l10n.t(strings.token),
    valuesTitle: l10n.t(strings.weight),
    rowLabel: (row) => l10n.t(ways[row]!.name),
    columnLabel: (column) => cellName(l10n, tokens, column, pool),
    columnFields: (column) => cellFields(tokens, column, pool),
    format: l10n.percent,
  };
}
