import { quoted } from '../../protocol/plainText';
import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { nearest } from '../../protocol/written/knownKeys';

/** `{{ name }}`, and `${input:name}` with or without a hint, as prompt files of VS Code have it. */
const PLACEHOLDER =
  /\{\{\s*(?<braces>[\p{L}_][\p{L}\p{N}_.-]*)\s*\}\}|\$\{input:(?<input>[\p{L}_][\p{L}\p{N}_.-]*)(?::[^}]*)?\}/gu;

/** A stretch of a text that was filled in; `variable`: the one whose value it is. */
export interface Piece {
  text: string;
  variable?: string;
}

/** Fills the variables of a text in. A value is not looked through for variables again. */
export function fillTemplate(text: string, values: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const name = nameIn(match);
    const value = values.get(name);
    if (value === undefined) {
      throw new AttnscopeError('bad-input', [
        sentence('The prompt has a variable {name}, and the test gives it no value.', { name: quoted(name) }),
      ]);
    }
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: value, variable: name });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Names of the variables in texts. */
export function variablesIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(nameIn)));
}

/**
 * Refuses values, and lengths to grow to, of variables that the prompt does not have: they would test nothing.
 *
 * @throws AttnscopeError `bad-input`
 */
export function refuseUnused(given: Iterable<string>, variables: ReadonlySet<string>): void {
  for (const name of given) {
    if (variables.has(name)) continue;
    const near = nearest(name, [...variables]);
    throw new AttnscopeError('bad-input', [
      sentence('The prompt has no variable {name}.', { name: quoted(name) }),
      ...(near === undefined ? [] : [sentence('Did you mean {name}?', { name: quoted(near) })]),
    ]);
  }
}

function nameIn({ groups }: RegExpMatchArray): string {
  return groups!['braces'] ?? groups!['input']!;
}
