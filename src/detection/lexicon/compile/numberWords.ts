import { hashOf } from '../../reading/known/wordScan';
import { followWord, type PhraseNode } from '../phraseTree';
import { filterBit, FILTER_LENGTH, type LexiconTables } from '../tables/lexiconTables';
import { hashTable } from './hashTable';
import { slipsOf, type Vocabulary } from './vocabulary';

/** The words of a lexicon by their ids, for whoever builds its tables. */
export interface NumberedWords {
  /** How many ids there are, 0 among them. */
  count: number;
  /** By id, the longest beginning that its word goes on from. */
  beginnings: Uint32Array;
  /** The ids of the words that lead on from a node. */
  leadingFrom(node: PhraseNode): number[];
  /** The nodes that a word leads to. */
  follow(node: PhraseNode, id: number): PhraseNode[];
}

type WordTables = Pick<
  LexiconTables,
  'bounds' | 'letters' | 'lettersFrom' | 'triggers' | 'beginnings' | 'wordHashes' | 'wordIds' | 'wordBits'
>;

/** An ending that no word has. */
const ENDING = '\uffff';

/** @param groups trigger words, group by group */
export function numberWords(
  vocabulary: Vocabulary,
  groups: readonly (readonly string[])[],
): { words: NumberedWords; tables: WordTables } {
  const whole = Array.from(new Set([...vocabulary.words, ...groups.flat()]));
  const open = Array.from(vocabulary.beginnings);
  const spellings = ['', ...whole, ...open];
  const firstOpen = whole.length + 1;
  const count = spellings.length;
  const idOf = new Map(whole.map((word, index) => [word, index + 1]));
  const idOfOpen = new Map(open.map((beginning, index) => [beginning, firstOpen + index]));

  const triggers = new Uint32Array(count);
  groups.forEach((group, bit) => {
    for (const word of group) triggers[idOf.get(word)!]! |= 1 << bit;
  });
  const beginnings = Uint32Array.from(spellings, (word, id) => {
    for (let length = id < firstOpen ? word.length : word.length - 1; length > 0; length--) {
      const begun = idOfOpen.get(word.slice(0, length));
      if (begun !== undefined) return begun;
    }
    return 0;
  });
  const lettersFrom = new Uint32Array(count + 1);
  spellings.forEach((word, id) => {
    lettersFrom[id + 1] = lettersFrom[id]! + word.length;
  });
  const text = spellings.join('');
  return {
    words: {
      count,
      beginnings,
      leadingFrom: ({ words, beginnings: some }) => [
        ...Array.from(words.keys(), (word) => idOf.get(word)!),
        ...Array.from(some.keys(), (beginning) => idOfOpen.get(beginning)!),
      ],
      follow: (node, id) => followWord(node, id < firstOpen ? spellings[id]! : spellings[id]! + ENDING),
    },
    tables: {
      bounds: Uint32Array.of(vocabulary.words.size + 1, firstOpen, count),
      letters: Uint16Array.from(text, (_, at) => text.charCodeAt(at)),
      lettersFrom,
      triggers,
      beginnings,
      ...hashesOf(vocabulary, idOf),
    },
  };
}

/** Words by the hash of their letters, and behind them slips of typing; of two that are the same, the later word is meant. */
function hashesOf(
  { words }: Vocabulary,
  idOf: ReadonlyMap<string, number>,
): Pick<WordTables, 'wordHashes' | 'wordIds' | 'wordBits'> {
  const slips = new Map<string, number>();
  for (const word of words) for (const slip of slipsOf(word)) slips.set(slip, -idOf.get(word)!);
  const entries = [...idOf, ...Array.from(slips).filter(([slip]) => !idOf.has(slip))];
  const { keys, values } = hashTable(
    entries.map(([word, id]): [number, number] => [hashOf(word), id]),
    Int32Array,
  );
  const wordBits = new Uint32Array(FILTER_LENGTH);
  for (const hash of keys) wordBits[filterBit(hash) >> 5]! |= 1 << (filterBit(hash) & 31);
  return { wordHashes: keys, wordIds: values, wordBits };
}
