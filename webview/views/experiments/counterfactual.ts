import { controlsSpreadOut, ownPassage } from '../../../src/attention/counterfactual/passages';
import { changeName, describeChange } from '../../../src/describe/experiments/counterfactual';
import { isRightToLeft } from '../../../src/describe/tokenText';
import { Change } from '../../../src/protocol/requests/counterfactual';
import { combine, type Disposable, listen } from '../../dom/disposable';
import { details } from '../../dom/details';
import { h, uniqueId } from '../../dom/elements';
import { checkbox, type Chooser, chooser } from '../../dom/toolkit';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { effectTable } from './effectTable';
import { keptExperiments } from './kept';
import { type Passage, passagesOf, passageText, passageValue } from './passages';
import { createRun } from './run';

/** How many other passages the same is done to. */
const CONTROLS = 3;
/** How many tokens the model goes on with. */
const CONTINUATION = 12;

/** What changes in what the model says where a passage is taken out, masked or replaced. */
export function mountCounterfactual(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, ask, headings } = view;
  const { attention, next } = shown.result;
  const kept = keptExperiments(view);
  const id = uniqueId('counterfactual');
  host.append(h(headings.section, { id }, l10n.t(strings.counterfactual)));
  if (!ask || !attention.causal || next.length === 0) {
    host.append(h('p', { class: 'note' }, l10n.t(strings.saysNothing)));
    return combine();
  }

  let passages: Passage[] = [];
  let choice: Chooser;
  const choiceHost = h('span', { class: 'passage-choice' });
  const quote = h('blockquote', { dir: 'auto', class: 'passage' });

  /** The passage that is to be changed; the first of the list until one is chosen. */
  function chosen(): Passage | undefined {
    const value = kept.passage && passageValue(kept.passage);
    return passages.find((passage) => passage.value === value) ?? passages[0];
  }

  function list(): void {
    passages = passagesOf(view);
    choice = chooser(l10n.t(strings.passage), passages, chosen()?.value ?? '', (value) => {
      kept.passage = passages.find((passage) => passage.value === value)?.tokens ?? null;
      quoteChosen();
    });
    choiceHost.replaceChildren(choice.element);
    quoteChosen();
  }

  function quoteChosen(): void {
    const passage = chosen();
    quote.textContent = passage ? passageText(shown.result, passage.tokens) : '';
    // A text that does not fit is cut off at its end.
    choice.element.dir = isRightToLeft([quote.textContent]) ? 'rtl' : 'ltr';
    markOld();
  }

  const boxes = Change.options.map((change) =>
    checkbox(l10n.say(changeName(change)), kept.changes.includes(change), (checked) => {
      kept.changes = Change.options.filter((one) => (one === change ? checked : kept.changes.includes(one)));
    }),
  );
  const answer = h('input', {
    ...{ type: 'text', class: 'text-field', value: kept.answer, dir: 'auto' },
    ...{ 'aria-label': l10n.t(strings.givenAnswer), placeholder: l10n.t(strings.givenAnswer) },
  });
  const of = h('blockquote', { dir: 'auto', class: 'passage' });
  const table = h('div', {});
  const fold = details(l10n.t(strings.answerFigures), table);
  const result = h('div', { class: 'experiment-result' });

  const run = createRun({
    view,
    start: strings.compare,
    stopped: () => (kept.compared ? strings.runStoppedFormer : strings.runStopped),
    async work(signal, onProgress) {
      const passage = chosen();
      const [first, ...others] = kept.changes;
      if (!passage || !first) return;
      const avoid = attention.spans.flatMap((span) => (span ? [span.tokens] : []));
      const controls = controlsSpreadOut(shown.result, passage.tokens, avoid, CONTROLS);
      const compared = await ask(
        'counterfactual',
        {
          spans: [{ ...passage.tokens, controls }],
          changes: [first, ...others],
          continuation: CONTINUATION,
          ...(kept.answer.trim() && { answer: kept.answer }),
        },
        { signal, onProgress },
      );
      if (signal.aborted) return;
      kept.passage = passage.tokens;
      kept.compared = compared;
      show();
    },
  });

  /** What was compared is named where another passage is chosen by now. */
  function markOld(): void {
    const tokens = kept.compared?.spans[0]?.tokens;
    of.hidden = !tokens || chosen()?.value === passageValue(tokens);
    of.textContent = tokens ? passageText(shown.result, tokens) : '';
  }

  function show(): void {
    const { compared } = kept;
    if (!compared) return result.replaceChildren();
    const [span] = compared.spans;
    const facts = span!.changes.flatMap((change) => describeChange(change, compared.before));
    markOld();
    table.replaceChildren(effectTable(view, compared));
    result.replaceChildren(
      of,
      h(
        'div',
        { role: 'status' },
        h('ul', { class: 'facts' }, ...facts.map((fact) => h('li', {}, l10n.say(fact)))),
      ),
      fold.element,
    );
  }

  /** Another part of the page, or the editor, has a passage to be looked into. */
  function take(): void {
    const { passage } = store.get();
    list();
    if (!passage) return;
    const wanted = passageValue(ownPassage(shown.result.tokens, passage.tokens) ?? passage.tokens);
    const own =
      passages.find(({ value }) => value === wanted) ??
      passages.find(({ tokens: span }) => span.first < passage.tokens.end && span.end > passage.tokens.first);
    if (!own) return;
    kept.passage = own.tokens;
    choice.set(own.value);
    quoteChosen();
    if (!passage.run) return;
    store.set({ passage: { ...passage, run: false } });
    run.start();
  }

  host.append(
    h('p', { class: 'note' }, l10n.t(strings.counterfactualMeans)),
    h('p', { class: 'note' }, l10n.t(strings.counterfactualNot)),
    h('p', { class: 'note' }, l10n.t(strings.counterfactualWays)),
    h(
      'div',
      { class: 'controls', role: 'group', 'aria-labelledby': id },
      choiceHost,
      ...boxes.map(({ element }) => element),
      answer,
      run.button,
    ),
    quote,
    run.element,
    result,
  );
  show();
  take();
  return combine(
    run,
    fold,
    listen(answer, 'input', () => (kept.answer = answer.value)),
    store.subscribe(['passage'], take),
    store.subscribe(['highlighted'], list),
  );
}
