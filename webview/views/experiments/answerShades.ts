import { shadeScale, shadeStep } from '../../../src/attention/shadeScale';
import type { NextToken } from '../../../src/protocol/analysis';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { createFigure } from '../../figures/figure';
import { createFold } from '../../figures/fold';
import { createLoading } from '../../figures/loading';
import type { MapSource } from '../../maps/mapSource';
import type { NumberGrid } from '../../numbers/numberGrid';
import type { View } from '../../state/state';
import { cellFields, quoted, tokenName } from '../../text/names';
import { strings } from '../../text/strings';
import { shareTreatment, treatedAs } from '../../text/treatment';
import { shadedPicture } from '../prompt/shadedPicture';
import { createStripLegend, setShades } from '../prompt/stripLegend';
import { isRest, stripText } from '../prompt/stripTexts';
import { tokenGroups } from '../prompt/tokenGroups';
import { largestWeight, strongest, type TokenWeights, weightsOfRows } from '../prompt/tokenWeights';
import type { AnswerPart } from './answerTokens';

/** How many tokens the sentence names. */
const NAMED = 5;

/** The prompt, shaded by what was read to write an answer or one of its tokens. */
export interface AnswerShades extends Disposable {
  element: HTMLElement;
  show(part: AnswerPart): void;
}

export function createAnswerShades(view: View, answer: readonly NextToken[], maps: MapSource): AnswerShades {
  const { l10n, shown, store } = view;
  const { tokens, model } = shown.result;
  const n = tokens.length;
  let part: AnswerPart = 'whole';
  let weights: TokenWeights | null = null;
  let column = 0;

  const elements = tokens.map(({ text, origin }) => {
    const token = h('span', { class: `token-${origin}` }, stripText(text));
    token.classList.toggle('token-break', text.includes('\n'));
    token.classList.toggle('token-rest', isRest(text));
    return token;
  });
  const strip = h('div', { class: 'strip shaded-only' }, ...tokenGroups(view, elements));
  const fold = createFold(
    strip,
    { more: l10n.t(strings.stripMore, { n }), fewer: l10n.t(strings.stripFewer) },
    // Nothing is drawn from its tokens that would have to move.
    () => undefined,
  );
  const legend = createStripLegend(l10n);
  const sentence = h('p', { class: 'readout', role: 'status' });

  /** What the part is called in a sentence. */
  const named = () => (part === 'whole' ? l10n.t(strings.thisAnswer) : quoted(l10n, answer[part]!.text));

  function draw(): void {
    const scale = shadeScale(weights ? largestWeight(weights) : 0);
    for (const [index, element] of elements.entries()) {
      const step = weights ? shadeStep(scale, weights.reads[index]!) : 0;
      if (step === 0) delete element.dataset.shade;
      else element.dataset.shade = String(step);
    }
    if (!weights) legend.clear();
    else legend.show(l10n.t(strings.allLayersMean), scale, largestWeight(weights));
    sentence.textContent = weights ? sentenceOf(weights.reads) : '';
  }

  function sentenceOf(reads: Float32Array): string {
    const most = strongest(reads, NAMED).map((index) =>
      l10n.t(strings.listItem, { token: tokenName(l10n, tokens, index), share: l10n.percent(reads[index]!) }),
    );
    const list = new Intl.ListFormat(l10n.locale, { type: 'conjunction' }).format(most);
    const onPrompt = reads.reduce((sum, weight) => sum + (Number.isNaN(weight) ? 0 : weight), 0);
    const facts = [l10n.t(strings.answerReadMost, { part: named(), list })];
    if (1 - onPrompt > 0.005)
      facts.push(l10n.t(strings.answerReadItself, { share: l10n.percent(1 - onPrompt) }));
    return facts.join(' ');
  }

  function gridOf({ reads }: TokenWeights): NumberGrid {
    return {
      name: part === 'whole' ? 'answer' : `answer-token-${part}`,
      maps: { layer: 'mean', head: 'mean' },
      treated: treatedAs(view, store.get().sink === 'hidden'),
      title: l10n.t(strings.answerReadTitle, { part: named() }),
      treatment: shareTreatment(view, store.get().sink === 'hidden'),
      ...{ rows: 1, columns: n, values: reads },
      rowsTitle: l10n.t(strings.direction),
      columnsTitle: l10n.t(strings.token),
      valuesTitle: l10n.t(strings.weight),
      rowLabel: () => l10n.t(strings.answerReads),
      columnLabel: (index) => tokenName(l10n, tokens, index),
      columnFields: (index) => cellFields(tokens, index, 1),
      format: l10n.percent,
    };
  }

  const loading = createLoading({
    view,
    spoken: false,
    async load(signal, onProgress) {
      weights = null;
      const layers = Array.from({ length: model.layers }, (_, layer) => layer);
      // A token is written from what the one before it read.
      const queries = part === 'whole' ? [n - 1, n - 1 + answer.length] : [n - 1 + part, n + part];
      const block = await maps.maps(
        {
          ...{ layers, heads: ['mean'], firstQuery: queries[0]!, endQuery: queries[1]!, pool: 1 },
          ...(part === 'whole' && { average: true }),
        },
        signal,
        onProgress,
      );
      if (signal.aborted) return;
      weights = weightsOfRows(view, block.values, layers.length, n - 1, 1);
      draw();
    },
    failed() {
      draw();
      return l10n.t(strings.partFailed);
    },
    onSettled: () => figure.refresh(),
  });
  const figure = createFigure({
    view,
    heading: l10n.t(strings.answerShades),
    level: 'part',
    note: l10n.t(strings.answerShadesNote),
    pictureFirst: true,
    content: () => weights && { grid: gridOf(weights), picture: shadedPicture(view, weights) },
    cursor: () => ({ row: 0, column }),
    onCursor(cell) {
      column = cell.column;
      figure.moved();
    },
    onChoose: (cell) => view.host.chooseToken(cell.column),
  });
  setShades(figure.body, store.get().palette);
  figure.body.append(fold.element, legend.element, loading.element, sentence);
  const parts = combine(
    figure,
    fold,
    loading,
    store.subscribe(['palette'], ({ palette }) => setShades(figure.body, palette)),
    store.subscribe(['sink'], () => loading.load()),
  );
  return {
    element: figure.element,
    show(next) {
      part = next;
      loading.load();
    },
    dispose: parts.dispose,
  };
}
