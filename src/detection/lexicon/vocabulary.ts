import type { PhraseNode } from './phraseTree';

/** The words that phrases are made of. */
export interface Vocabulary {
  /** Those that are known whole. */
  words: ReadonlySet<string>;
  /** Those that are known by a beginning whose ending is free. */
  beginnings: ReadonlySet<string>;
  /** Slips of typing, each with the long word that is meant: a letter missing, or two letters swapped. */
  slips: ReadonlyMap<string, string>;
  knowsWhole(word: string): boolean;
  /** Whether a word that is known whole begins with these letters. */
  begins(letters: string): boolean;
  /** Whether a word is known whole, or by a beginning whose ending is free. */
  knows(word: string): boolean;
}

/** Shorter words have too many neighbours to guess which one is meant. */
const SHORTEST_SWAPPED = 6;
const SHORTEST_WITH_GAP = 8;

export function readVocabulary(tree: PhraseNode): Vocabulary {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  collect(tree, whole, beginnings);
  const lengths = [...new Set([...beginnings].map((b) => b.length))].sort((a, b) => a - b);
  const openings = new Set<string>();
  for (const word of whole) for (let n = 1; n <= word.length; n++) openings.add(word.slice(0, n));
  const slips = new Map<string, string>();
  for (const word of whole) {
    if (word.length < SHORTEST_SWAPPED || !/^[a-z]+$/.test(word)) continue;
    for (const slip of slipsOf(word)) if (!whole.has(slip)) slips.set(slip, word);
  }
  return {
    words: whole,
    beginnings,
    slips,
    knowsWhole: (word) => whole.has(word),
    begins: (letters) => openings.has(letters),
    knows: (word) =>
      whole.has(word) || lengths.some((n) => n > 3 && n <= word.length && beginnings.has(word.slice(0, n))),
  };
}

function collect(
  node: PhraseNode,
  whole: Set<string>,
  beginnings: Set<string>,
  seen = new Set<PhraseNode>(),
): void {
  if (seen.has(node)) return;
  seen.add(node);
  for (const tree of node.shared) collect(tree, whole, beginnings, seen);
  for (const [word, child] of node.words) {
    whole.add(word);
    collect(child, whole, beginnings, seen);
  }
  for (const [beginning, child] of node.beginnings) {
    beginnings.add(beginning);
    collect(child, whole, beginnings, seen);
  }
}

/** A word with one inner letter left out, or two neighbouring inner letters swapped. */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let i = 1; i < word.length - 1; i++) {
    if (word.length >= SHORTEST_WITH_GAP) slips.push(word.slice(0, i) + word.slice(i + 1));
    slips.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return slips;
}
