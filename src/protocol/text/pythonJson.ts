/** Strings, which stay as they are, and the numbers that JSON does not know. */
const STRINGS_AND_SPELLINGS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/g;

/**
 * Reads JSON as Python reads and writes it (https://docs.python.org/3/library/json.html, "Infinite and NaN
 * number values"): `Infinity` and `-Infinity` are numbers, `NaN` becomes null; a byte order mark is
 * passed over. Throws SyntaxError for anything else that is not JSON.
 */
export function parsePythonJson(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(plain);
  } catch {
    return JSON.parse(inPlainJson(plain));
  }
}

/** The same in numbers that every JSON parser takes: 1e999 is read as Infinity. */
export function inPlainJson(text: string): string {
  return text.replace(STRINGS_AND_SPELLINGS, (piece) =>
    piece.startsWith('"') ? piece : piece.replace('Infinity', '1e999').replace('NaN', 'null'),
  );
}

/** The fields of a JSON object; `undefined` for any other value. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
