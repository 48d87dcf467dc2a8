import type { L10n } from '../../src/describe/l10n';
import type { Token } from '../../src/protocol/attention';
import { strings } from './strings';

const signs: Record<string, string> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  // The rest of a character that the token before has begun.
  '\ufffd': '‥',
};

/** A token as one visible word: white space as signs, control and format characters by their code. */
export function visible(text: string): string {
  return text.replace(/[ \n\r\t\ufffd]|\p{C}|\p{Zl}|\p{Zp}|[\u00a0\u2000-\u200a\u3000]/gu, (character) => {
    const sign = signs[character];
    return sign ?? `‹${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** Letters that are written from right to left: Hebrew to Arabic, and the scripts of the planes above. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether most words of a text that have a direction are written from right to left. */
export function isRightToLeft(texts: readonly string[]): boolean {
  const right = texts.filter((text) => RIGHT_TO_LEFT.test(text)).length;
  return right > texts.filter((text) => /\p{L}/u.test(text)).length / 2;
}

/** Marks that keep a part of a sentence from turning what stands around it; nothing that a file needs. */
const ISOLATES = /[\u2068\u2069]/g;

/** A token within other text: what is written from right to left turns neither numbers nor commas around it. */
function word(text: string): string {
  const shown = visible(text);
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** A name as a file has it. A prompt's own marks are shown by their codes, and stay. */
export function plainName(name: string): string {
  return name.replace(ISOLATES, '');
}

/** A token with its number. */
export function tokenName(l10n: L10n, tokens: readonly Token[], index: number): string {
  return l10n.t(strings.tokenAt, { index: String(index), token: word(tokens[index]?.text ?? '') });
}

/** A token as a sentence quotes it. */
export function quoted(token: Token | undefined): string {
  return `“${word(token?.text ?? '')}”`;
}

/** The name of cell `cell` of an axis on which each cell stands for `pool` tokens. */
export function cellName(l10n: L10n, tokens: readonly Token[], cell: number, pool: number): string {
  if (pool === 1) return tokenName(l10n, tokens, cell);
  const first = cell * pool;
  const last = Math.min(tokens.length, first + pool) - 1;
  return l10n.t(strings.tokenRange, {
    first: String(first),
    last: String(last),
    token: word(tokens[first]?.text ?? ''),
  });
}
