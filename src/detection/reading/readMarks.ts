import { type Concept } from '../lexicon/lexicon';
import { follow, type PhraseNode } from '../lexicon/phraseTree';
import { type Word } from './readWords';

/** A phrase of the lexicon found in a text: words `first` to `last`, both included. */
export interface Mark {
  concept: Concept;
  first: number;
  last: number;
}

/** Finds every phrase of the tree, in the order of their first words. A phrase stays within its sentence. */
export function readMarks(words: readonly Word[], tree: PhraseNode): Mark[] {
  const marks: Mark[] = [];
  const begun = new Map<string, PhraseNode[]>();
  for (let first = 0; first < words.length; first++) {
    const start = words[first];
    if (!start) break;
    let nodes = begun.get(start.text);
    if (!nodes) {
      nodes = follow(tree, start.text);
      begun.set(start.text, nodes);
    }
    for (let last = first; nodes.length > 0;) {
      for (const { concepts } of nodes) for (const concept of concepts) marks.push({ concept, first, last });
      last += 1;
      const word = words[last];
      if (!word || word.sentence !== start.sentence) break;
      nodes = nodes.flatMap((node) => follow(node, word.text));
    }
  }
  return marks;
}
