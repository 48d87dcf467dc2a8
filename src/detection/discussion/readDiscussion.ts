import { hasMark, precededBy, succeededBy } from '../grammar/matchGrammar';
import type { Hit } from '../hit';
import type { Reading } from '../reading/readText';
import { firstWordFrom, textAt } from '../reading/words';
import { type Frame, frameOf, isAnnounced, isListedAttack } from './frame';
import { ownTemplate } from './ownTemplate';
import { type Quotation, quotationAround } from './quotation';

/** Whether the text speaks about the words it holds, instead of saying them; each is read when asked for. */
export interface Discussion {
  /** Between quotation marks, in a sample or in a list of attacks; or a template's own tokens. */
  quoted(): boolean;
  /** Named as something that somebody asks, tries or says. */
  reported(): boolean;
}

/**
 * Tells whether a match is quoted or reported by what stands around it. Quotation marks alone say nothing: somebody
 * has to say that an example follows.
 */
export function readDiscussion(reading: Reading, hit: Hit): Discussion {
  const { folded, fences } = reading;
  // Read only where something depends on it: a text may have hundreds of matches in a line.
  let around: Quotation | null | undefined;
  const quotation = (): Quotation | null =>
    around === undefined ? (around = quotationAround(folded, hit)) : around;
  let read: Frame | undefined;
  const frame = (): Frame => (read ??= frameOf(reading, quotation()?.start ?? hit.start, hit.end));
  const isExample = ({ code }: Quotation): boolean =>
    (code && isMarkup(folded, hit)) || frame().attack() || frame().example();
  return {
    quoted: () =>
      ownTemplate(reading, hit) !== undefined ||
      (quotation() !== null && isExample(quotation()!)) ||
      (fences.inSample(hit.start) && frame().plain()) ||
      isListedAttack(reading, hit.start) ||
      isAnnounced(reading, hit.start),
    reported: () => {
      const word = firstWordFrom(reading.words, hit.start);
      const said = quotation();
      const spoken = said === null ? word : firstWordFrom(reading.words, said.start);
      return (
        isReported(reading, word, 4) ||
        isReported(reading, spoken, 3) ||
        succeededBy(reading, lastWordOf(reading, hit), 4, 'reportedAfter') !== undefined
      );
    },
  };
}

/** What makes "I want you to" a thing that somebody else may say. */
const supposed = /\b(?:if|when|whenever|unless|once|says?|said|like|that|claims?)\b/;

/** Who asks: "je demande au modèle de …", "我要求模型 …" gives an order, and tells of none. */
const speakers = new Set('ich wir ik wij je j nous yo eu io я мы 我 们 們'.split(' '));

/** Whether somebody is said to say so right before. "You are hereby instructed to", "I want you to" say it. */
function isReported(reading: Reading, word: number, within: number): boolean {
  const mark = precededBy(reading, word, within, 'reported');
  if (!mark) return false;
  // Dutch "je vraagt" is what somebody asks of the reader, and not what "je" says.
  const asked = hasMark(reading, { first: mark.first - 1, last: mark.first - 1 }, 'reported');
  if (!asked && speakers.has(textAt(reading.words, mark.first - 1))) return false;
  const before = [3, 2, 1].map((n) => textAt(reading.words, mark.first - n)).join(' ');
  if (
    /^(?:want|order|tell|ask|direct|urge|claim|request)(?:ing)?$/.test(textAt(reading.words, mark.first)) &&
    /(?:^|\s)(?:i|we|im|were|i am|we are|i would|i hereby|we hereby|i now|i do|i must)$/.test(before) &&
    !supposed.test(before)
  )
    return false;
  return !(
    /^(?:instructed|told|asked)/.test(textAt(reading.words, mark.first)) &&
    /(?:^|\s)you (?:are|were)?(?: ?(?:hereby|now|herewith|therefore))?$/.test(before) &&
    !/^(?:if|when|whenever|that|should|unless|once)\b/.test(before) &&
    !/\b(?:if|when|whenever|unless|once)\b/.test(before)
  );
}

/** Marks of a format in a code span are named by it. */
function isMarkup(folded: string, { start }: Hit): boolean {
  return /[<[{]/.test(folded[start] ?? '');
}

function lastWordOf({ words }: Reading, { end }: Hit): number {
  return firstWordFrom(words, end) - 1;
}

/** Whether a match is only an example where an author or a user speaks. */
export function isDiscussed(reading: Reading, hit: Hit): boolean {
  const { quoted, reported } = readDiscussion(reading, hit);
  return reported() || quoted();
}
