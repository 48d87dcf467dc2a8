import type { L10n } from '../../src/describe/l10n';
import { isPart } from '../../src/describe/nextWords';
import { visible, word } from '../../src/describe/tokenText';
import type { Token } from '../../src/protocol/attention';
import { sentence } from '../../src/protocol/sentence';
import type { TokenFields } from '../numbers/numberGrid';
import { strings } from './strings';

/** Marks that keep a part of a sentence from turning what stands around it; nothing that a file needs. */
const ISOLATES = /[\u2068\u2069]/g;

/** A name as a file has it. A prompt's own marks are shown by their codes, and stay. */
export function plainName(name: string): string {
  return name.replace(ISOLATES, '');
}

/** A token with its number. */
export function tokenName(l10n: L10n, tokens: readonly Token[], index: number): string {
  return l10n.t(strings.tokenAt, { index: String(index), token: word(tokenText(tokens, index)) });
}

/** The text of a token; of one that only continues a character, that character behind the sign of a continuation. */
function tokenText(tokens: readonly Token[], index: number): string {
  const textAt = (at: number) => tokens[at]?.text ?? '';
  if (!isPart(textAt(index))) return textAt(index);
  let begun = index;
  while (begun > 0 && isPart(textAt(begun))) begun--;
  const [character = ''] = [...textAt(begun)].slice(-1);
  return isPart(character) ? textAt(index) : `${textAt(index)}${character}`;
}

/** A token as a sentence quotes it. */
export function quoted(l10n: L10n, text: string): string {
  return l10n.say(sentence('“{token}”', { token: word(text) }));
}

/** The same in a file: its number and its text apart. */
export function cellFields(tokens: readonly Token[], cell: number, pool: number): TokenFields {
  const index = cell * pool;
  const text = visible(tokens[index]?.text ?? '');
  return pool === 1 ? { index, text } : { index, last: Math.min(tokens.length, index + pool) - 1, text };
}

/** The same of the tokens `first` to `last`. */
export function rangeFields(tokens: readonly Token[], first: number, last: number): TokenFields {
  return { index: first, ...(last > first ? { last } : {}), text: visible(tokens[first]?.text ?? '') };
}

/** The name of the tokens `first` to `last`. */
export function rangeName(l10n: L10n, tokens: readonly Token[], first: number, last: number): string {
  if (first === last) return tokenName(l10n, tokens, first);
  const token = word(tokenText(tokens, first));
  return l10n.t(strings.tokenRange, { first: String(first), last: String(last), token });
}

/** The name of cell `cell` of an axis on which each cell stands for `pool` tokens. */
export function cellName(l10n: L10n, tokens: readonly Token[], cell: number, pool: number): string {
  return rangeName(l10n, tokens, cell * pool, Math.min(tokens.length, (cell + 1) * pool) - 1);
}
