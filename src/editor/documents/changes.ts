import type { SourceRange } from '../../protocol/prompt';

/** A stretch `[start, end)` of a text in whose place `length` other UTF-16 code units stand by now. */
export interface Change extends SourceRange {
  length: number;
}

/** Changes of a text, apart from each other and in its order, after one more edit, whose offsets are in the text as it is by now. */
export function withEdit(changes: readonly Change[], edit: Change): Change[] {
  const before: Change[] = [];
  const after: Change[] = [];
  /** What the edit touches, and how far the text before it was shifted by what stands before. */
  let { start, end, length } = edit;
  let shift = 0;
  let cut = 0;
  for (const change of changes) {
    const first = change.start + shift;
    const last = first + change.length;
    if (last < edit.start) before.push(change);
    else if (first > edit.end) after.push(change);
    else {
      length += Math.max(0, edit.start - first) + Math.max(0, last - edit.end);
      start = Math.min(start, first);
      end = Math.max(end, last);
      cut += grown(change);
    }
    if (first <= edit.end) shift += grown(change);
  }
  const shiftBefore = shift - cut;
  const made = { start: start - shiftBefore, end: end - shift, length };
  return [...before, made, ...after];
}

/** Where a range of the text stands by now; what it shares with a change stands where all of that does. */
export function rangeNow(changes: readonly Change[], { start, end }: SourceRange): SourceRange {
  let [first, last] = [start, end];
  for (const change of changes) {
    const by = grown(change);
    // An end within a change is moved to that end of what stands there.
    if (start >= change.end && !(start === end && start === change.start)) first += by;
    else if (start > change.start) first -= start - change.start;
    if (end >= change.end && end > change.start) last += by;
    else if (end > change.start) last += change.start + change.length - end;
  }
  return { start: first, end: Math.max(first, last) };
}

/** From the first change to the last: the stretch of the text, and what stands there by now; nothing where there is none. */
export function changedStretch(
  changes: readonly Change[],
): { was: SourceRange; now: SourceRange } | undefined {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return undefined;
  const was = { start: first.start, end: last.end };
  return { was, now: { ...was, end: was.end + changes.reduce((sum, change) => sum + grown(change), 0) } };
}

/** The one stretch in which two texts differ; none where they are the same. */
export function changeBetween(before: string, after: string): Change[] {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return [];
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [{ start: same, end: before.length - tail, length: after.length - tail - same }];
}

/** Whether all of a text but its changes stands in another one, from `start` on. */
export function standsBut(
  changes: readonly Change[],
  text: string,
  document: string,
  start: number,
): boolean {
  let at = 0;
  let now = start;
  for (const change of [...changes, { start: text.length, end: text.length, length: 0 }]) {
    if (!document.startsWith(text.slice(at, change.start), now)) return false;
    now += change.start - at + change.length;
    at = change.end;
  }
  return now <= document.length;
}

function grown({ start, end, length }: Change): number {
  return length - (end - start);
}
