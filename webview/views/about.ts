import { COMPUTED_BY, describeProvider } from '../../src/describe/model/provider';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { button } from '../dom/toolkit';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** What was read by what, and how to read the page. */
export function mountAbout(host: HTMLElement, { l10n, shown, headings, host: around }: View): Disposable {
  const { model, text, timings, tool } = shown.result;
  const seconds = (ms: number) => l10n.number(Number((ms / 1000).toFixed(2)));
  const facts: [string, string][] = [
    [strings.aboutModel, model.name],
    [strings.aboutHash, model.sha256],
    [strings.aboutTap, model.tap],
    ...(model.provider
      ? [[COMPUTED_BY.text, l10n.say(describeProvider(model.provider))] as [string, string]]
      : []),
    [strings.aboutText, text.sha256],
    [
      strings.aboutTime,
      l10n.t(strings.aboutTimes, {
        total: seconds(timings.total),
        load: seconds(timings.load),
        attention: seconds(timings.attention),
      }),
    ],
    [strings.aboutVersion, tool.version],
  ];
  host.append(
    h(headings.section, {}, l10n.t(strings.about)),
    h('p', {}, l10n.t(strings.aboutReading)),
    h(
      'dl',
      { class: 'facts-list' },
      ...facts.flatMap(([name, value]) => [h('dt', {}, l10n.t(name)), h('dd', {}, value)]),
    ),
  );
  const { examineModel } = around;
  if (examineModel)
    host.append(h('div', { class: 'controls' }, button(l10n.t(strings.examineModel), examineModel)));
  return combine();
}
