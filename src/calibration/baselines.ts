import type { Method, ReadText } from './crossValidate';
import { fitNgrams } from './ngrams';

/** What a score has to beat: how long the text is, how long its longest sentence, and what phrases alone tell. */
export const baselines: Readonly<Record<'length' | 'longest sentence' | 'n-grams', Method>> = {
  length: () => (text) => text.sentences.map(() => text.tokens),
  'longest sentence': () => (text) => text.sentences.map(({ tokens }) => tokens),
  'n-grams': (examples) => {
    const byText = new Map<ReadText, { text: string; planted: boolean }[]>();
    for (const { text, sentence, planted } of examples)
      byText.set(text, [...(byText.get(text) ?? []), { text: text.sentences[sentence]!.text, planted }]);
    const score = fitNgrams([...byText.values()].flat());
    return (text) => text.sentences.map((sentence) => score(sentence.text));
  },
};
