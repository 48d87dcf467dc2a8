import type { PhraseNode } from '../phraseTree';

/** The words that phrases are made of. */
export interface Vocabulary {
  /** Those that are known whole. */
  words: ReadonlySet<string>;
  /** Those that are known by a beginning whose ending is free. */
  beginnings: ReadonlySet<string>;
}

export function readVocabulary(tree: PhraseNode): Vocabulary {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  const seen = new Set<PhraseNode>();
  const collect = (node: PhraseNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const [word, child] of node.words) {
      words.add(word);
      collect(child);
    }
    for (const [beginning, child] of node.beginnings) {
      beginnings.add(beginning);
      collect(child);
    }
    node.shared.forEach(collect);
  };
  collect(tree);
  return { words, beginnings };
}

/** Shorter words have too many neighbours to guess which one is meant. */
const SHORTEST_SWAPPED = 6;
const SHORTEST_WITH_GAP = 8;

/** Slips of typing in a long word: an inner letter left out, or two neighbouring inner letters swapped. */
export function slipsOf(word: string): string[] {
  if (word.length < SHORTEST_SWAPPED || !/^[a-z]+$/.test(word)) return [];
  const slips: string[] = [];
  for (let i = 1; i < word.length - 1; i++) {
    if (word.length >= SHORTEST_WITH_GAP) slips.push(word.slice(0, i) + word.slice(i + 1));
    slips.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return slips;
}
