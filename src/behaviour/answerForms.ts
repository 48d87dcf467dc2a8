/**
 * Text as `contains` compares it: compatibility forms (NFKC) in lower case, one kind of apostrophe and quotation mark,
 * and any white space as one blank. So neither a line break nor a typographer's apostrophe hides a phrase.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/\s+/g, ' ');
}

/** The whole answer, or what stands in its first code fence: models like to write JSON into one. */
const FENCE = /^```[^\n]*\n([\s\S]*?)(?:\n```|$(?![\s\S]))/m;

/** The JSON value that an answer is; `undefined` where it is none. */
export function jsonOf(answer: string): unknown {
  for (const text of [answer, FENCE.exec(answer)?.[1]]) {
    try {
      if (text !== undefined) return JSON.parse(text);
    } catch {
      // The next form may be JSON.
    }
  }
  return undefined;
}
