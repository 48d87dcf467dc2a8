import type { Concept } from './concepts';

/** Phrases of one language by what they do. `*` ends a word whose ending is free. */
export type Lexicon = Partial<Record<Concept, readonly string[]>>;

/**
 * All phrases that begin with one of the first, go on with one of the second, and so on; an empty part is left out.
 * They stay one, `(my|your)(|new)(task)`: written out they would be tens of thousands.
 */
export function combined(...parts: readonly string[]): string[] {
  return [parts.map((part) => `(${phrasesOrNone(part).join('|')})`).join('')];
}

/** The alternatives of each part of combined phrases, `''` where it may be left out; `undefined` for a plain phrase. */
export function partsOf(phrase: string): string[][] | undefined {
  if (!phrase.startsWith('(')) return undefined;
  return phrase
    .slice(1, -1)
    .split(')(')
    .map((part) => part.split('|'));
}

function phrasesOrNone(part: string): string[] {
  return part.split(',').map((words) => words.trim());
}

/** A list of phrases written with commas between them. */
export function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** A language's phrases with further ones, concept by concept. */
export function joined<T extends Lexicon>(lexicon: T, ...further: readonly Lexicon[]): T {
  const all: Lexicon = { ...lexicon };
  for (const more of further)
    for (const concept of Object.keys(more) as Concept[])
      all[concept] = [...(all[concept] ?? []), ...(more[concept] ?? [])];
  return all as T;
}
