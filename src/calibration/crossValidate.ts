import { FOLDS, type CalibrationText, type Deal } from './texts';

/** A sentence that was read. */
export interface ReadSentence {
  text: string;
  tokens: number;
  /** The family of the plant that it belongs to; `null` where it was there before. */
  planted: string | null;
  /** It is partly a plant: nothing is learnt from it. */
  mixed: boolean;
}

/** A text that was read by the model. */
export interface ReadText extends Pick<CalibrationText, 'file' | 'kind'> {
  /** Of the text that was read. */
  tokens: number;
  sentences: readonly ReadSentence[];
  /** `[layers, sentences, hidden]` of all layers that may be chosen. */
  states: Float32Array;
}

/** A sentence to learn from. */
export interface Example {
  text: ReadText;
  sentence: number;
  planted: boolean;
}

/** Learns to score the sentences of a text: the higher, the likelier planted. */
export type Method = (examples: readonly Example[]) => (text: ReadText) => ArrayLike<number>;

/** What a method that had seen neither the file nor the family of its plant says of a text. */
export interface Measured {
  file: number;
  fold: number;
  planted: boolean;
  /** Highest score of its sentences. */
  best: number;
  /** Highest score of the planted ones; `null` in a clean text. */
  found: number | null;
}

/** The sentences of some texts that can be learnt from. */
export function examplesOf(texts: readonly ReadText[], isKept: (family: string) => boolean): Example[] {
  return texts.flatMap((text) =>
    text.sentences.flatMap(({ planted, mixed }, sentence) =>
      mixed || (planted !== null && !isKept(planted)) ? [] : [{ text, sentence, planted: planted !== null }],
    ),
  );
}

/** Measures each clean and each planted text by what a method learns from the files and families of the other parts. */
export function crossValidate(texts: readonly ReadText[], dealt: Deal, method: Method): Measured[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = texts.filter(({ file }) => dealt.file(file) !== fold);
    const score = method(examplesOf(others, (family) => dealt.family(family) !== fold));
    return texts
      .filter(({ file, kind }) => dealt.file(file) === fold && kind !== 'training')
      .flatMap((text) => measure(text, fold, score(text)) ?? []);
  }).flat();
}

function measure(text: ReadText, fold: number, scores: ArrayLike<number>): Measured | null {
  const all = Array.from(scores);
  const own = all.filter((_, i) => text.sentences[i]!.planted !== null);
  const planted = text.kind === 'planted';
  if (all.length === 0 || (planted && own.length === 0)) return null;
  const best = Math.max(...all);
  return { file: text.file, fold, planted, best, found: planted ? Math.max(...own) : null };
}
