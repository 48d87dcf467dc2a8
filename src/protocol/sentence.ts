/**
 * A sentence for the person as plain data, so that each end can say it in its own language: `{name}` in
 * the English text stands for a value.
 */
export interface Sentence<Value = string | number> {
  text: string;
  values: Record<string, Value>;
}

/** Makes a sentence. The text is a literal, which the tests collect and look for in the translations. */
export function sentence<Value = string | number>(
  text: string,
  values: Record<string, Value> = {},
): Sentence<Value> {
  return { text, values };
}

/** Sentences in words, by translations that are keyed by the English text, in English where there are none; numbers as the language writes them. */
export function inWords(
  sentences: readonly Sentence[],
  translations: Readonly<Record<string, string>> = {},
  language = 'en',
): string {
  const numbers = new Intl.NumberFormat(language);
  const written = (value: string | number | undefined) =>
    typeof value === 'number' ? numbers.format(value) : value;
  return sentences
    .map(({ text, values }) =>
      (translations[text] ?? text).replace(
        /\{(\w+)\}/g,
        (slot, name: string) => written(values[name]) ?? slot,
      ),
    )
    .join(' ');
}
