import { describeProgress } from '../../src/describe/progress';
import type { PanelAction, PanelState } from '../../src/protocol/borders/panel';
import { h } from '../dom/elements';
import type { L10n } from '../../src/describe/l10n';
import { strings } from '../text/strings';
import { button } from '../dom/toolkit';

/** What the person can ask for while there is no result. */
export interface StateActions {
  analyze(): void;
  /** Analyses the last tokens of a prompt that is too long. */
  readEnd(): void;
  cancel(): void;
  act(action: PanelAction): void;
}

/** Nothing analysed yet: what the panel is for, and what to do first. */
export function emptyState(l10n: L10n, document: string | null, actions: StateActions): HTMLElement {
  const steps = [strings.emptyStepSelect, strings.emptyStepMenu, strings.emptyStepRead];
  return h(
    'section',
    { class: 'state' },
    h('h1', { tabindex: -1 }, l10n.t(strings.emptyTitle)),
    h('p', {}, document === null ? l10n.t(strings.emptyNoEditor) : l10n.t(strings.emptyReady, { document })),
    h('ol', { class: 'steps' }, ...steps.map((step) => h('li', {}, l10n.t(step)))),
    h(
      'div',
      { class: 'controls' },
      document === null ? null : button(l10n.t(strings.analyze), actions.analyze, { look: 'primary' }),
      button(l10n.t(strings.analyzeExample), () => actions.act('analyze-example')),
    ),
    h('p', { class: 'note' }, l10n.t(strings.emptyPrivacy)),
  );
}

export type LoadingState = PanelState & { kind: 'loading' };

/** An analysis is running; `update` tells how far it is, without taking the focus from the button. */
export function loadingState(
  l10n: L10n,
  first: LoadingState,
  actions: StateActions,
): { element: HTMLElement; update(state: LoadingState): void } {
  const title = h('h1', { tabindex: -1 });
  const stage = h('p', { role: 'status' });
  const bar = h('progress', { max: 1 });
  const element = h(
    'section',
    { class: 'state' },
    title,
    stage,
    bar,
    button(l10n.t(strings.cancel), actions.cancel),
  );
  function update({ document, progress }: LoadingState): void {
    const text = `${l10n.say(describeProgress(progress))}…`;
    title.textContent = l10n.t(strings.loadingTitle, { document });
    if (stage.textContent !== text) stage.textContent = text;
    bar.setAttribute('aria-label', text);
    if (progress && progress.total > 0) bar.value = Math.min(1, progress.done / progress.total);
    else bar.removeAttribute('value');
  }
  update(first);
  return { element, update };
}

/** The same above the page of the former analysis, which stays meanwhile; empty while none is running. */
export function progressLine(
  l10n: L10n,
  actions: Pick<StateActions, 'cancel'>,
): { element: HTMLElement; update(state: LoadingState | null): void } {
  const bar = h('progress', { max: 1 });
  const cancel = button(l10n.t(strings.cancel), actions.cancel, { look: 'quiet' });
  const element = h('div', { class: 'progress-line' });
  return {
    element,
    update(state) {
      if (!state) return element.replaceChildren();
      const { progress } = state;
      bar.setAttribute('aria-label', l10n.say(describeProgress(progress)));
      if (progress && progress.total > 0) bar.value = Math.min(1, progress.done / progress.total);
      else bar.removeAttribute('value');
      if (!element.hasChildNodes()) element.append(bar, cancel);
    },
  };
}

/** The analysis failed. The message is a plain paragraph made for people. */
export function errorState(
  l10n: L10n,
  { code, message }: PanelState & { kind: 'error' },
  actions: StateActions,
): HTMLElement {
  const ways = otherWays(l10n, code, actions);
  // Where there is another way, the same again would most likely fail again.
  const again = button(l10n.t(strings.tryAgain), actions.analyze, ways.length > 0 ? {} : { look: 'primary' });
  return h(
    'section',
    { class: 'state' },
    h('h1', { tabindex: -1 }, l10n.t(strings.errorTitle)),
    h('p', { class: 'notice', role: 'alert' }, message),
    h('div', { class: 'controls' }, ...ways, again),
  );
}

/** What else there is to do about an error. */
function otherWays(l10n: L10n, code: string, actions: StateActions): HTMLElement[] {
  if (code === 'too-long') return [button(l10n.t(strings.readEnd), actions.readEnd, { look: 'primary' })];
  if (code !== 'bad-model') return [];
  return [
    button(l10n.t(strings.openSetting), () => actions.act('open-model-setting'), { look: 'primary' }),
    button(l10n.t(strings.examineModel), () => actions.act('examine-model')),
    button(l10n.t(strings.useBundledModel), () => actions.act('use-bundled-model')),
  ];
}
