import { visible } from '../../../src/describe/tokenText';
import type { Token } from '../../../src/protocol/attention';
import { combine } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { strings } from '../../text/strings';
import type { MountComparison } from './comparisonView';

/** Tokens that stand around a change. */
const AROUND = 16;

/** The tokens that came and went, in their places; long stretches of the same tokens are left out. */
export const mountChangedText: MountComparison = (host, { comparison, before, after, view }) => {
  const { l10n } = view;
  const { runs } = comparison.alignment;
  if (runs.every(({ same }) => same)) return combine();
  const [was, is] = [before.result.tokens, after.result.tokens];
  const text = h('div', { class: 'changed-text', dir: 'auto' });
  for (const [at, run] of runs.entries()) {
    if (run.same) {
      text.append(...around(is.slice(run.after.first, run.after.end), at > 0, at < runs.length - 1));
      continue;
    }
    const [removed, inserted] = [
      textOf(was.slice(run.before.first, run.before.end)),
      textOf(is.slice(run.after.first, run.after.end)),
    ];
    if (removed !== '') text.append(h('del', {}, shown(removed)));
    if (inserted !== '') text.append(h('ins', {}, shown(inserted)));
  }
  host.append(
    h('h2', {}, l10n.t(strings.changedText)),
    h('p', { class: 'note' }, l10n.t(strings.changedTextNote)),
    text,
  );
  return combine();

  /** Tokens that both have, the middle of many left out. */
  function around(tokens: readonly Token[], isBehind: boolean, isAhead: boolean): (Node | string)[] {
    const [head, tail] = [isBehind ? AROUND : 0, isAhead ? AROUND : 0];
    const left = tokens.length - head - tail;
    if (left <= AROUND) return [textOf(tokens)];
    return [
      textOf(tokens.slice(0, head)),
      h('span', { class: 'muted same-tokens' }, l10n.t(strings.sameTokens, { n: left })),
      textOf(tokens.slice(tokens.length - tail)),
    ];
  }
};

/** The text of tokens; a character that several share is shown by the first. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, gap = '' }) => gap + text)
    .join('')
    .replaceAll('\ufffd', '');
}

/** White space alone would not be seen. */
function shown(text: string): string {
  return text.trim() === '' ? visible(text) : text;
}
