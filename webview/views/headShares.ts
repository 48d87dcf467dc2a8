import { isOneSegment, type Part, partsOf } from '../../src/attention/parts';
import { readingQueries } from '../../src/attention/readingPosition';
import { partNames, readerName } from '../../src/describe/names';
import { shareOf } from '../../src/attention/withoutSink';
import { combine, type Disposable } from '../dom/disposable';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import { createLoading } from '../figures/loading';
import type { MapBlock } from '../maps/mapSource';
import { sinkTakenOut, type View } from '../state/state';
import { strings } from '../text/strings';
import { chooser } from '../dom/toolkit';
import { shareTreatment, treatedAs } from '../text/treatment';

/** Every head of every layer by how much of the last token's attention it gives to one part of the prompt. */
export function mountHeadShares(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, segments, attention } = shown.result;
  const parts = partsOf(shown.result);
  const names = partNames(parts, segments).map(l10n.say);
  let target = targetOf(parts, store.get().finding);
  let rows: MapBlock | null = null;

  const figure = createHeatmapFigure({
    view,
    note: l10n.t(strings.headSharesNote, { reader: l10n.say(readerName(attention.reading.kind)) }),
    hint: l10n.t(strings.headSharesHint),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ row, column }) => view.openMap({ layer: column, head: maps.hasHeads ? row : 'mean' }),
  });
  const choice = chooser(
    l10n.t(strings.target),
    names.map((text, index) => ({ value: String(index), text })),
    String(target),
    (value) => {
      target = Number(value);
      const { fingerprint } = parts[target]!;
      if (fingerprint !== undefined) store.set({ finding: fingerprint });
      show();
    },
  );
  const loading = createLoading({
    view,
    spoken: false,
    async load(signal) {
      rows = await maps.maps(
        {
          layers: Array.from({ length: model.layers }, (_, layer) => layer),
          heads: Array.from({ length: model.heads }, (_, head) => head),
          ...readingQueries(attention.reading, tokens.length),
          pool: 1,
        },
        signal,
      );
      if (!signal.aborted) show();
    },
    // The map says what is wrong.
    failed: () => l10n.t(strings.partFailed),
  });
  host.append(figure.element);
  figure.controls.append(choice.element);
  figure.body.prepend(loading.element);

  function heading(): string {
    return l10n.t(strings.headShares, { target: names[target] ?? '' });
  }

  function show(): void {
    const part = parts[target];
    figure.setHeading(heading());
    if (!rows || !part) return;
    const counts = part.kind === 'finding' || (part.kind !== 'sink' && !isOneSegment(parts));
    const sinkOut = counts ? sinkTakenOut(view) : null;
    // Heads down, layers across, like all pictures by layer.
    figure.show({
      grid: {
        name: `head-shares-${partFile(part)}`,
        maps: { layer: 'each', head: 'each' },
        treated: treatedAs(view, sinkOut !== null),
        title: heading(),
        treatment: shareTreatment(view, sinkOut !== null),
        rows: model.heads,
        columns: model.layers,
        values: sharesOf(rows, part, model.layers, model.heads, sinkOut),
        rowsTitle: l10n.t(strings.headAxis),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: l10n.t(strings.share),
        rowLabel: (row) => String(row),
        columnLabel: (column) => String(column),
        shortColumns: true,
        format: l10n.percent,
      },
    });
    mark();
  }

  function mark(): void {
    const { layer, head } = store.get();
    figure.setMark({ row: head === 'mean' ? null : head, column: layer });
  }

  show();
  loading.load();
  return combine(
    loading,
    figure,
    store.subscribe(['finding'], ({ finding }) => {
      target = targetOf(parts, finding, target);
      choice.set(String(target));
      show();
    }),
    store.subscribe(['palette', 'sink'], show),
    store.subscribe(['layer', 'head'], mark),
  );
}

/** A part of the prompt in the name of a file. */
function partFile({ kind, index }: Part): string {
  return kind === 'segment' || kind === 'finding' ? `${kind}-${index + 1}` : kind;
}

/** The chosen finding, else the last segment's place among the parts. */
function targetOf(parts: readonly Part[], finding: string | null, otherwise?: number): number {
  const found = parts.findIndex(({ fingerprint }) => fingerprint === finding);
  if (found >= 0) return found;
  return (
    otherwise ??
    Math.max(
      0,
      parts.findLastIndex((part) => part.kind === 'segment'),
    )
  );
}

/** `[head][layer]` out of rows `[layers, heads, 1, keys]`. */
function sharesOf(
  block: MapBlock,
  part: Part,
  layers: number,
  heads: number,
  sinkOut: number | null,
): Float32Array {
  const { columns, values } = block;
  const shares = new Float32Array(heads * layers);
  for (let layer = 0; layer < layers; layer++) {
    for (let head = 0; head < heads; head++) {
      const start = (layer * heads + head) * columns;
      const row = values.subarray(start, start + columns);
      shares[head * layers + layer] = shareOf(row, part.tokens, sinkOut);
    }
  }
  return shares;
}
