/** Control, format (bidi, zero-width), private and unpaired code points, line breaks, and what markup is made of. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>`]/gu;

/** Words of others as part of a one-line message: bounded (`keep` says which end stays), unsafe characters as `?`. */
export function plainText(text: string, longest: number, keep: 'start' | 'end' = 'start'): string {
  const cut =
    text.length <= longest
      ? text
      : keep === 'start'
        ? `${text.slice(0, longest)}…`
        : `…${text.slice(-longest)}`;
  return cut.replace(UNSAFE, '?');
}

/** A path or name inside a sentence: quoted, its end kept. */
export function quoted(name: string): string {
  return `"${plainText(name, 120, 'end').replaceAll('"', '?')}"`;
}
