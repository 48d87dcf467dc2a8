import { foldText } from '../folding/foldText';
import { readWords } from '../reading/readWords';
import { dropWords, textAt } from '../reading/words';
import { type Concept, conceptIndex } from './concepts';
import { type Lexicon, partsOf } from './lexicon';

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
  /** Trees that go on from here too: what follows in combined phrases, the same for all that begin them. */
  shared: PhraseNode[];
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

/** The nodes that a word leads to from a node alone: by the whole word, then by its beginnings. */
export function followWord(node: PhraseNode, word: string): PhraseNode[] {
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

function addPhrase(root: PhraseNode, phrase: string, concept: number, languages: number): void {
  const parts = partsOf(phrase);
  if (parts) addCombined(root, parts, concept, languages);
  else addConcept(walk(root, phrase), concept, languages);
}

/** Adds combined phrases part by part from the last, so that each part stands once. */
function addCombined(root: PhraseNode, parts: string[][], concept: number, languages: number): void {
  let rest: PhraseNode | undefined;
  // Whether a phrase may end where the rest begins.
  let mayEnd = true;
  for (let at = parts.length - 1; at >= 0; at--) {
    const tree = at === 0 ? root : emptyNode();
    for (const part of parts[at]!) {
      const node = part === '' ? tree : walk(tree, part);
      if (rest) node.shared.push(rest);
      if (mayEnd && part !== '') addConcept(node, concept, languages);
    }
    mayEnd = mayEnd && parts[at]!.includes('');
    rest = tree;
  }
}

/** The node that a phrase leads to, made where it is new. */
function walk(root: PhraseNode, phrase: string): PhraseNode {
  let node = root;
  for (const part of phrase.split(' ')) {
    const free = part.endsWith('*');
    const words = wordsOf(free ? part.slice(0, -1) : part);
    for (const [i, word] of words.entries()) {
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
  return node;
}

function addConcept(node: PhraseNode, concept: number, languages: number): void {
  const at = node.concepts.indexOf(concept);
  if (at >= 0) {
    node.languages[at] = (node.languages[at]! | languages) >>> 0;
  } else {
    node.concepts.push(concept);
    node.languages.push(languages);
  }
}

/** The words of parts of phrases that were read: most stand in many phrases. */
const read = new Map<string, readonly string[]>();

/** The words of a part of a phrase as a reader of texts finds them; most parts are one. */
function wordsOf(part: string): readonly string[] {
  if (/^[a-z]+$/.test(part)) return [part];
  let words = read.get(part);
  if (words === undefined) read.set(part, (words = wordsIn(part)));
  return words;
}

function wordsIn(part: string): string[] {
  const words = readWords(foldText(part).folded);
  const texts = Array.from({ length: words.length }, (_, i) => textAt(words, i));
  dropWords(words);
  return texts;
}

function emptyNode(): PhraseNode {
  return {
    concepts: [],
    languages: [],
    words: new Map(),
    beginnings: new Map(),
    lengths: [],
    shared: [],
  };
}
