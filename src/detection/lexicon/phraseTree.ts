import { foldText } from '../folding/foldText';
import { readWords } from '../reading/readWords';
import { textAt } from '../reading/words';
import { type Concept, conceptIndex, type Lexicon } from './lexicon';

/** Phrases as a tree of words: what a phrase says that ends here, and which words may follow. */
export interface PhraseNode {
  /** Indexes of concepts. */
  concepts: number[];
  words: Map<string, PhraseNode>;
  /** Children that match any word of this beginning, by the beginning. */
  beginnings: Map<string, PhraseNode>;
  /** Lengths of the beginnings, ascending. */
  lengths: number[];
}

/** The phrases of all languages in one tree. */
export function buildPhraseTree(lexicons: readonly Lexicon[]): PhraseNode {
  const root = emptyNode();
  for (const lexicon of lexicons) {
    for (const concept of Object.keys(lexicon) as Concept[]) {
      for (const phrase of lexicon[concept] ?? []) addPhrase(root, phrase, conceptIndex[concept]);
    }
  }
  return root;
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

function addPhrase(root: PhraseNode, phrase: string, concept: number): void {
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
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
}

function emptyNode(): PhraseNode {
  return { concepts: [], words: new Map(), beginnings: new Map(), lengths: [] };
}
