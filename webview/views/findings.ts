import { segmentName, severityName } from '../../src/describe/names';
import { describeSpan } from '../../src/describe/span';
import { spanInWords } from '../../src/describe/spanInWords';
import { visible } from '../../src/describe/tokenText';
import type { SpanAttention } from '../../src/protocol/attention';
import type { Finding } from '../../src/protocol/finding';
import { details } from '../dom/details';
import { combine, type Disposable } from '../dom/disposable';
import { h, uniqueId } from '../dom/elements';
import { lineNow } from '../state/lineNow';
import { placeOfSpan } from '../numbers/findingSpan';
import { treatmentShown, type View } from '../state/state';
import { strings } from '../text/strings';
import { button } from '../dom/toolkit';

/** The findings: what matched and where, and what the model attends to there. */
export function mountFindings(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { findings, attention } = shown.result;
  const id = uniqueId('findings');
  // The answer says that there is none.
  if (findings.length === 0) return combine();
  const folds: Disposable[] = [];
  const words: HTMLElement[] = [];
  const items = findings.map((finding, index) => {
    const span = attention.spans[index] ?? null;
    const inWords = h('p', { class: 'muted' });
    words.push(inWords);
    const figures = span && details(l10n.t(strings.answerFigures), factList(view, span));
    if (figures) folds.push(figures);
    return h(
      'li',
      { class: `finding finding-${finding.severity}`, 'data-finding': finding.fingerprint },
      findingHead(view, finding, index),
      h('blockquote', { dir: 'auto' }, visibleText((shown.findingTexts[index] ?? finding.excerpt).trim())),
      // Rules speak English only.
      h('p', { lang: 'en' }, finding.message),
      inWords,
      figures?.element ?? null,
      span
        ? h('div', { class: 'finding-tools' }, showInMap(view, span, finding), leaveOut(view, span, finding))
        : null,
    );
  });
  host.append(
    h(view.headings.section, { id }, l10n.t(strings.findings)),
    h('ol', { class: 'findings', 'aria-labelledby': id }, ...items),
  );
  const mark = () => {
    const state = store.get();
    for (const [index, item] of items.entries()) {
      const { line, column, fingerprint } = findings[index]!;
      item.querySelector('.link')!.textContent = l10n.t(strings.findingPlace, {
        line: lineNow(state, line),
        column,
      });
      item.classList.toggle('is-chosen', fingerprint === state.finding);
      item.setAttribute('aria-current', String(fingerprint === state.finding));
    }
  };
  const say = () => {
    for (const [index, element] of words.entries()) {
      const said = spanInWords(shown.result, index, treatmentShown(store.get()));
      element.textContent = said ? l10n.say(said) : l10n.t(strings.findingNoTokens);
    }
  };
  mark();
  say();
  return combine(
    ...folds,
    store.subscribe(['sink'], say),
    store.subscribe(['finding', 'linesMoved', 'edited'], mark),
  );
}

function factList({ l10n, shown }: View, span: SpanAttention): HTMLElement {
  const facts = describeSpan(span, shown.result.attention);
  return h('ul', { class: 'facts' }, ...facts.map((fact) => h('li', {}, l10n.say(fact))));
}

function findingHead({ l10n, host, store }: View, finding: Finding, index: number): HTMLElement {
  const jump = h('button', { class: 'link', type: 'button' });
  jump.addEventListener('click', () => {
    store.set({ finding: finding.fingerprint });
    host.chooseFinding(finding.fingerprint);
  });
  return h(
    'div',
    { class: 'finding-head' },
    h('span', { class: 'finding-number', 'aria-hidden': 'true' }, String(index + 1)),
    h('span', { class: 'severity' }, l10n.say(severityName(finding.severity))),
    h('code', {}, finding.rule),
    h('span', { class: 'muted' }, l10n.say(segmentName(finding.segment))),
    jump,
    finding.suppressed ? h('span', { class: 'muted' }, l10n.t(strings.findingSuppressed)) : null,
  );
}

function showInMap(view: View, span: SpanAttention, finding: Finding): HTMLElement {
  return button(view.l10n.t(strings.showInMap), () => {
    view.store.set({ finding: finding.fingerprint });
    view.openMap(placeOfSpan(view.shown.result, span, treatmentShown(view.store.get())));
  });
}

/** Nothing where the model cannot be asked, as in a report. */
function leaveOut(
  { ask, l10n, store }: View,
  { tokens }: SpanAttention,
  finding: Finding,
): HTMLElement | null {
  if (!ask) return null;
  return button(l10n.t(strings.leaveOut), () =>
    store.set({
      ...{ finding: finding.fingerprint, place: 'experiments' },
      passage: { tokens, run: true },
    }),
  );
}

/** Text of the prompt with its spaces kept and what cannot be seen made visible. */
function visibleText(text: string): string {
  return text.replace(/[^ ]+/gu, visible);
}
