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

/** Verbs and nouns of overriding, which are mistyped on purpose: any letter of theirs left out, typed twice or beside its key. */
const disguised = new Set([
  'ignore',
  'disregard',
  'forget',
  'bypass',
  'override',
  'previous',
  'instruction',
  'instructions',
  'guidelines',
]);
/** Words that such a slip would make. */
const realWords = new Set([
  'forge',
  'foret',
  'forger',
  'forged',
  'forgets',
  'fogret',
  'ignored',
  'ignores',
  'ignorer',
  'overrides',
  'overrode',
  'overide',
]);
const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function besideKey(letter: string): string[] {
  const row = keys.find((each) => each.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return [row[at - 1], row[at + 1]].filter((each) => each !== undefined);
}

function slipsOfDisguised(word: string): string[] {
  const slips: string[] = [];
  for (let i = 0; i < word.length; i++) {
    const [before, letter, after] = [word.slice(0, i), word[i]!, word.slice(i + 1)];
    slips.push(before + after, before + letter + letter + after);
    for (const other of besideKey(letter)) slips.push(before + other + after);
    if (i > 0) for (const other of 'aeiou') slips.push(`${before}${other}${letter}${after}`);
  }
  return slips.filter((slip) => slip !== word && !realWords.has(slip));
}

/** Slips of typing in a long word: an inner letter left out, or two neighbouring inner letters swapped. */
export function slipsOf(word: string): string[] {
  if (word.length < SHORTEST_SWAPPED || !/^[a-z]+$/.test(word)) return [];
  const slips: string[] = disguised.has(word) ? slipsOfDisguised(word) : [];
  for (let i = 1; i < word.length - 1; i++) {
    if (word.length >= SHORTEST_WITH_GAP) slips.push(word.slice(0, i) + word.slice(i + 1));
    slips.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return slips;
}
