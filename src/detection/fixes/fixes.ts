import type { Finding } from '../../protocol/finding';
import type { Fix } from '../../protocol/fix';
import { contentToSource, sourceToContent } from '../../protocol/text/sourceMap';
import type { Hit } from '../hit';
import { hiddenRuns } from '../hidden/hiddenRuns';
import { escapeMarks } from './escapeMarks';
import type { FoundIn } from './foundIn';
import { lineEnd, lineStart, paragraphAround, sentenceAround } from './passages';
import { showHidden } from './showHidden';
import { takeOut } from './takeOut';
import { wrapAsData } from './wrapAsData';

/** What a rule knows about doing away with one of its findings: the best way first. */
export type FixFinding = (found: FoundIn) => Fix[];

/** The sentence goes, or the passage that it stands in; or it stays, and is told to be data. */
export const endSentence: FixFinding = (found) => [
  ...deletions(found, ['delete-sentence', 'delete-paragraph']),
  ...wrapAsData(found, sentenceAround(found.segment.content, contentOf(found))),
];

/** The same for a finding that ends with what makes it one: the sentences before may be harmless, and stay. */
export const endLastSentence: FixFinding = (found) => {
  const { segment, finding } = found;
  const { end } = contentOf(found);
  const last = contentToSource(segment, sentenceAround(segment.content, { start: end - 1, end }));
  const start = Math.max(finding.start, last?.start ?? 0);
  return endSentence({ ...found, finding: { ...finding, start } });
};

/** Marks that feign the form of a prompt go, or the passage that they make; or they are escaped. */
export const endMarks: FixFinding = (found) => [
  ...deletions(found, ['delete-marked', 'delete-paragraph']),
  ...escapeMarks(found),
];

/** A comment that says nothing of the prompt goes with its line, where it has one of its own. */
export const deleteComment: FixFinding = (found) => deletions(found, ['delete-marked']);

/** What is written so that no one can read it goes with its sentence. */
export const deleteSentence: FixFinding = (found) =>
  deletions(found, ['delete-sentence', 'delete-paragraph']);

/** Characters that do something go as they stand. */
export const deleteMarked: FixFinding = (found) => {
  const { start, end } = found.finding;
  return [{ kind: 'delete-marked', safe: false, edits: [{ start, end, text: '' }] }];
};

/** How far around a finding its line is cleared, UTF-16 code units. */
const REACH = 1_000;

/** Takes the hidden characters of the line out and leaves its words. */
export function removeHidden(text: string, finding: Finding): Fix[] {
  const hidden = hiddenAround(text, finding);
  return [withoutRanges(hidden), ...showHidden(text, hidden)];
}

/** Hidden characters go, and the words around them stay; those too that are escaped, as in JSON. */
export const endHidden: FixFinding = (found) => {
  const { text, segment, finding } = found;
  const said = hiddenAround(segment.content, contentOf(found)).flatMap(
    (run) => contentToSource(segment, run) ?? [],
  );
  const beside = hiddenAround(text, finding).filter(
    (run) => !said.some(({ start, end }) => start < run.end && run.start < end),
  );
  const all = [...said, ...beside];
  // What JSON escapes is seen already.
  const areWritten = all.every(({ start, end }) => hiddenRuns(text.slice(start, end)).length > 0);
  return [withoutRanges(all), ...(areWritten ? showHidden(text, all) : [])];
};

const withoutRanges = (ranges: readonly Hit[]): Fix => ({
  kind: 'remove-hidden',
  safe: true,
  edits: ranges.map(({ start, end }) => ({ start, end, text: '' })),
});

/** The hidden characters of the line that a place is in. */
function hiddenAround(text: string, { start, end }: Hit): Hit[] {
  const from = Math.max(lineStart(text, start), start - REACH);
  const to = Math.min(lineEnd(text, end), end + REACH);
  return hiddenRuns(text.slice(from, to)).map((run) => ({ start: from + run.start, end: from + run.end }));
}

/** Each way to delete, but those that take no more out than the one before. */
function deletions(found: FoundIn, kinds: (keyof typeof PASSAGES)[]): Fix[] {
  const { text, segment } = found;
  const hit = contentOf(found);
  const fixes: Fix[] = [];
  let last: Hit | undefined;
  for (const kind of kinds) {
    const range = takeOut(text, segment, PASSAGES[kind](segment.content, hit));
    if (!range || (last && last.start <= range.start && range.end <= last.end)) continue;
    last = range;
    fixes.push({ kind, safe: false, edits: [{ ...range, text: '' }] });
  }
  return fixes;
}

const PASSAGES = {
  'delete-marked': (_: string, hit: Hit) => hit,
  'delete-sentence': sentenceAround,
  'delete-paragraph': paragraphAround,
} as const;

const contentOf = ({ segment, finding }: FoundIn): Hit => sourceToContent(segment, finding);
