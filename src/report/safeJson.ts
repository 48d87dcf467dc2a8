/** What a terminal, a page or an agent could take for more than text, besides what JSON itself escapes. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>&`]/gu;

/** A value as JSON in which markup, control and invisible characters stand as escapes; on one line unless indented. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, i) => escapeUnit(character.charCodeAt(i))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
