import { type DecodedText, readEncoded } from '../decoding/readEncoded';
import { placesIn } from '../../prompts/structure/placesIn';
import type { Place } from '../../protocol/prompt';
import { type FoldedText, foldUnits } from '../folding/foldText';
import { lexicon } from '../lexicon';
import type { Concept } from '../lexicon/concepts';
import { type Fences, fencesOf } from './fences';
import type { Hit } from '../hit';
import { dropMarks, groupMarks, type Mark, type MarkGroups, type Marks } from './marks';
import { joinSpelled } from './joinSpelled';
import { readAddressees } from './readAddressees';
import { readAddresses } from './readAddresses';
import { readMarks } from './readMarks';
import { readVocatives } from './readVocatives';
import { readWords } from './readWords';
import { triggersIn } from './triggers';
import { wordIdsOf } from './known/wordIds';
import { dropWords, type Words } from './words';

/**
 * A text as the rules see it: as it was `written`, for rules about characters themselves, and `folded` into
 * plain letters, for all others. Words, marks and fences stand in the folded text.
 */
export interface Reading extends FoldedText {
  words: Words;
  /** Indexes of the words that models are called, in English. */
  names: readonly number[];
  marks: Marks;
  groups: MarkGroups;
  fences: Fences;
  /** What the text says in encodings, decoded when it is first asked for; `null` for nothing. */
  decoded(): DecodedText | null;
  /** What stands in a comment, an element that nobody sees, a field …, in written offsets; read when first asked for. */
  places(): readonly Place[];
  /** Counts the steps of the matcher, so that a test can see how they grow. */
  meter: { steps: number };
}

const ids = wordIdsOf(lexicon);

/** Reads a text once for all rules: its plain letters, its words, and the phrases of the lexicon among them. */
export function readText(written: string, known: readonly Place[] = []): Reading {
  const { text, units } = foldUnits(written);
  const { folded } = text;
  const words = readWords(folded, ids, units);
  joinSpelled(words, folded, ids);
  const names = triggersIn(words, 'modelName');
  const shaped = [
    ...marksOver('destination', readAddresses(folded), words),
    ...marksOver('addressed', readAddressees(folded, words, names), words),
  ];
  let marks = readMarks(words, lexicon, inOrder(shaped));
  let groups = groupMarks(marks);
  const vocatives = readVocatives(folded, words, marks, groups);
  if (vocatives.length > 0) {
    dropMarks(marks);
    marks = readMarks(words, lexicon, inOrder([...shaped, ...vocatives]));
    groups = groupMarks(marks);
  }
  let decoded: DecodedText | null | undefined;
  let places: readonly Place[] | undefined;
  // Written out: an object that is made by spreading others lives until the next great collection of garbage.
  return {
    written,
    folded,
    bounds: text.bounds,
    invisible: text.invisible,
    words,
    names,
    marks,
    groups,
    fences: fencesOf(folded),
    places: () => (places ??= [...known, ...placesIn(written)]),
    decoded: () => (decoded === undefined ? (decoded = readEncoded(folded, words)) : decoded),
    meter: { steps: 0 },
  };
}

/** Ends the use of a reading: its memory may serve for another text. */
export function dropReading({ words, marks }: Reading): void {
  dropWords(words);
  dropMarks(marks);
}

function inOrder(marks: Mark[]): Mark[] {
  return marks.sort((a, b) => a.first - b.first || a.last - b.last);
}

/** Marks of what is found by its shape: its places in order, each over the words that it covers. */
function marksOver(concept: Concept, places: readonly Hit[], { starts, length }: Words): Mark[] {
  const marks: Mark[] = [];
  let word = 0;
  for (const { start, end } of places) {
    while (word < length && starts[word]! < start) word += 1;
    const first = word;
    while (word < length && starts[word]! < end) word += 1;
    if (word > first) marks.push({ concept, first, last: word - 1 });
  }
  return marks;
}
