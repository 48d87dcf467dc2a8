import { conceptIndex } from '../lexicon/lexicon';
import { EVERY_LANGUAGE, follow, isLeaf, type PhraseNode } from '../lexicon/phraseTree';
import { addMark, emptyMarks, type Mark, type Marks } from './marks';
import { textAt, type Words } from './words';

/**
 * Finds every phrase of the tree; a phrase stays within its sentence.
 *
 * @param shaped marks of what is found by its shape, in the order of their first words
 */
export function readMarks(words: Words, tree: PhraseNode, shaped: readonly Mark[]): Marks {
  const marks = emptyMarks();
  const begun: PhraseNode[][] = [];
  let next = 0;
  for (let first = 0; first < words.length; first++) {
    const id = words.ids[first]!;
    let nodes = (begun[id] ??= follow(tree, textAt(words, first)));
    for (let last = first; nodes.length > 0;) {
      for (const { concepts, languages } of nodes) {
        for (let i = 0; i < concepts.length; i++) addMark(marks, concepts[i]!, languages[i]!, first, last);
      }
      last += 1;
      if (nodes.every(isLeaf) || words.sentences[last] !== words.sentences[first] || last >= words.length)
        break;
      const text = textAt(words, last);
      nodes = nodes.flatMap((node) => follow(node, text));
    }
    for (let mark = shaped[next]; mark?.first === first; mark = shaped[++next])
      addMark(marks, conceptIndex[mark.concept], EVERY_LANGUAGE, first, mark.last);
  }
  return marks;
}
