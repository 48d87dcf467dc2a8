import { ownPassage, sentencePassages } from '../../../src/attention/counterfactual/passages';
import { findingName } from '../../../src/describe/names';
import { visible } from '../../../src/describe/tokenText';
import type { TokenSpan } from '../../../src/protocol/attention';
import { sentence } from '../../../src/protocol/sentence';
import type { Choice } from '../../dom/toolkit';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';

/** Longest text of a passage in a list, in characters. */
const LONGEST = 70;

/** A passage that can be changed. */
export interface Passage extends Choice {
  tokens: TokenSpan;
}

/** What can be changed: findings, what was chosen otherwise, the tokens under the editor's selection, sentences. */
export function passagesOf({ l10n, shown, store }: View): Passage[] {
  const { tokens, findings, attention } = shown.result;
  const { passage, highlighted } = store.get();
  const all = new Map<string, Passage>();
  const add = (span: TokenSpan | undefined | null, name?: string): void => {
    const own = span ? ownPassage(tokens, span) : null;
    if (!own) return;
    const value = passageValue(own);
    const text = excerpt(passageText(shown.result, own));
    const quote = l10n.say(sentence('“{token}”', { token: text }));
    if (!all.has(value)) all.set(value, { value, tokens: own, text: name ? `${name}: ${quote}` : quote });
  };
  for (const index of findings.keys()) add(attention.spans[index]?.tokens, l10n.say(findingName(index)));
  add(passage?.tokens, l10n.t(strings.passageChosen));
  add(highlighted, l10n.t(strings.passageSelected));
  for (const span of sentencePassages(shown.result)) add(span);
  return [...all.values()];
}

/** A passage as a list knows it. */
export function passageValue({ first, end }: TokenSpan): string {
  return `${first}-${end}`;
}

/** Its text on one line, what cannot be seen made visible. */
export function passageText({ tokens }: View['shown']['result'], { first, end }: TokenSpan): string {
  return (
    tokens
      .slice(first, end)
      .map(({ gap, text }) => `${gap ?? ''}${text}`)
      .join('')
      // Tokens that only go on with a character: the first one has it whole.
      .replaceAll('\ufffd', '')
      .trim()
      .replace(/[^ ]+/gu, visible)
  );
}

/** Text cut to a length that stands in a list or a table. */
export function excerpt(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join('')}…`;
}
