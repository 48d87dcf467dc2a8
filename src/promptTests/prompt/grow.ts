/** What stands between two copies of a value that is repeated. */
const BETWEEN = '\n';

/** A value repeated until it has so many UTF-16 code units; never half a character. */
export function repeated(value: string, length: number): string {
  const unit = value + BETWEEN;
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** How often a length is tried; each try tokenizes the prompt once. */
const TRIES = 8;

/**
 * The shortest repetition found of a value that has at least so many tokens; the value itself where it has them.
 * `count`: the tokens of a text in its place in the prompt.
 */
export async function grown(
  value: string,
  tokens: number,
  count: (text: string) => Promise<number>,
): Promise<string> {
  let low = { text: value, tokens: await count(value) };
  if (low.tokens >= tokens) return value;
  let high: typeof low | undefined;
  for (let tried = 0; tried < TRIES; tried++) {
    // By what was measured so far: between the two lengths where there are two, else beyond the one.
    const perUnit = low.tokens / low.text.length;
    const guess = high
      ? low.text.length +
        Math.ceil(((high.text.length - low.text.length) * (tokens - low.tokens)) / (high.tokens - low.tokens))
      : Math.ceil(tokens / perUnit) + 1;
    const length = high ? Math.min(high.text.length - 1, guess) : guess;
    if (length <= low.text.length) break;
    const text = repeated(value, length);
    const next = { text, tokens: await count(text) };
    if (next.tokens >= tokens) high = next;
    else low = next;
    if (next.tokens === tokens) break;
  }
  return (high ?? low).text;
}
