import { foldText } from '../folding/foldText';
import { readWords } from '../reading/readWords';
import { textAt } from '../reading/words';
import { type Concept, conceptIndex, type Lexicon } from './lexicon';

/** Phrases as a tree of words: what a phrase says that ends here, and which words may follow. */
export interface PhraseNode {
  /** Indexes of concepts. */
  concepts: number[];
  /** The languages that say so, of each concept: a bit for each. */
  languages: number[];
  words: Map<string, PhraseNode>;
  /** Children that match any word of this beginning, by the beginning. */
  beginnings: Map<string, PhraseNode>;
  /** Lengths of the beginnings, ascending. */
  lengths: number[];
}

/** English words stand in texts of every language: phrases of English go with those of any. */
export const EVERY_LANGUAGE = 0xffffffff;
/** The bit that only English phrases have. */
export const ENGLISH = 1;

/** The phrases of all languages in one tree: of English, and of up to 31 other languages or groups of them. */
export function buildPhraseTree(english: Lexicon, others: readonly Lexicon[]): PhraseNode {
  const root = emptyNode();
  addLexicon(root, english, EVERY_LANGUAGE);
  others.forEach((lexicon, index) => {
    addLexicon(root, lexicon, (1 << (index + 1)) >>> 0);
  });
  return root;
}

function addLexicon(root: PhraseNode, lexicon: Lexicon, languages: number): void {
  for (const concept of Object.keys(lexicon) as Concept[]) {
    for (const phrase of lexicon[concept] ?? []) addPhrase(root, phrase, conceptIndex[concept], languages);
  }
}

/** The nodes that a word leads to from a node: by the whole word and by its beginnings. */
export function follow(node: PhraseNode, word: string): PhraseNode[] {
  const nodes: PhraseNode[] = [];
  const exact = node.words.get(word);
  if (exact) nodes.push(exact);
  for (const length of node.lengths) {
    if (length > word.length) break;
    const begun = node.beginnings.get(word.slice(0, length));
    if (begun) nodes.push(begun);
  }
  return nodes;
}

/** Whether no phrase continues from a node. */
export function isLeaf({ words, lengths }: PhraseNode): boolean {
  return words.size === 0 && lengths.length === 0;
}

function addPhrase(root: PhraseNode, phrase: string, concept: number, languages: number): void {
  let node = root;
  for (const part of phrase.split(' ')) {
    const free = part.endsWith('*');
    const words = readWords(foldText(part).folded);
    for (let i = 0; i < words.length; i++) {
      const word = textAt(words, i);
      const open = free && i === words.length - 1;
      const children = open ? node.beginnings : node.words;
      let child = children.get(word);
      if (!child) {
        child = emptyNode();
        children.set(word, child);
        if (open && !node.lengths.includes(word.length)) {
          node.lengths.push(word.length);
          node.lengths.sort((a, b) => a - b);
        }
      }
      node = child;
    }
  }
  const at = node.concepts.indexOf(concept);
  if (at >= 0) {
    node.languages[at] = (node.languages[at]! | languages) >>> 0;
  } else {
    node.concepts.push(concept);
    node.languages.push(languages);
  }
}

function emptyNode(): PhraseNode {
  return { concepts: [], languages: [], words: new Map(), beginnings: new Map(), lengths: [] };
}
