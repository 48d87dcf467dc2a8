import { conceptIndex } from '../lexicon/lexicon';
import { EVERY_LANGUAGE, followId, isLeaf, type PhraseNode } from '../lexicon/phraseTree';
import { addMark, emptyMarks, type Mark, type Marks } from './marks';
import type { Words } from './words';

/**
 * Finds every phrase of the tree; a phrase stays within its sentence.
 *
 * @param forms what the tree follows for the id of each word
 * @param shaped marks of what is found by its shape, in the order of their first words
 */
export function readMarks(
  words: Words,
  tree: PhraseNode,
  forms: readonly string[],
  shaped: readonly Mark[],
): Marks {
  const { ids, sentences, length } = words;
  const marks = emptyMarks();
  let next = 0;
  for (let first = 0; first < length; first++) {
    let nodes = followId(tree, ids[first]!, forms);
    for (let last = first; nodes.length > 0;) {
      for (const { concepts, languages } of nodes) {
        for (let i = 0; i < concepts.length; i++) addMark(marks, concepts[i]!, languages[i]!, first, last);
      }
      last += 1;
      if (last >= length || sentences[last] !== sentences[first]) break;
      const id = ids[last]!;
      if (id === 0 || nodes.every(isLeaf)) break;
      nodes =
        nodes.length === 1
          ? followId(nodes[0]!, id, forms)
          : nodes.flatMap((node) => followId(node, id, forms));
    }
    for (let mark = shaped[next]; mark?.first === first; mark = shaped[++next])
      addMark(marks, conceptIndex[mark.concept], EVERY_LANGUAGE, first, mark.last);
  }
  return marks;
}
