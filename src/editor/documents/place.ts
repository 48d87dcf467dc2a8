import { changeBetween, standsBut, withEdit, type Change } from './changes';

/** Where a text stands in its document. UTF-16 code units. */
export interface Place {
  start: number;
  length: number;
  /** The text is all of the document, so that what is added at its ends belongs to it too. */
  whole: boolean;
  /** The text itself was edited. */
  changed: boolean;
  /** Where it was, in offsets of the text that `start` was the place of. */
  changes: readonly Change[];
}

/** One edit of a document, in offsets before the edit. */
export interface Edit {
  rangeOffset: number;
  rangeLength: number;
  text: string;
}

/** The place after edits made at once: moved by those before it, changed and resized by those that touch it. */
export function afterEdits(place: Place, edits: readonly Edit[]): Place {
  const end = place.start + place.length;
  let { start, length, changed, changes } = place;
  // From the last to the first, so that the offsets of each still hold.
  const backwards = edits.toSorted((one, other) => other.rangeOffset - one.rangeOffset);
  for (const { rangeOffset, rangeLength, text } of backwards) {
    const editEnd = rangeOffset + rangeLength;
    if (!place.whole && rangeOffset >= end) continue;
    if (!place.whole && editEnd <= place.start) {
      start += text.length - rangeLength;
      continue;
    }
    changed = true;
    changes = withEdit(changes, {
      start: Math.max(0, rangeOffset - place.start),
      end: Math.min(place.length, editEnd - place.start),
      length: text.length,
    });
    // What an edit across an end of the text puts there counts as part of it.
    const before = Math.max(0, place.start - rangeOffset);
    const after = Math.max(0, editEnd - end);
    start -= before;
    length += text.length - (rangeLength - before - after);
  }
  return { ...place, start, length, changed, changes };
}

/**
 * The place of `text` found by looking; after an undo it stands there again.
 *
 * @param document the text of its document by now; nothing while that is closed
 */
export function placeIn(document: string | undefined, place: Place, text: string): Place {
  if (document === undefined) return place;
  const stands = place.whole ? document === text : document.startsWith(text, place.start);
  if (stands) return { ...place, length: text.length, changed: false, changes: [] };
  const { start, length, changes } = place;
  if (changes.length > 0 && standsBut(changes, text, document, start)) return { ...place, changed: true };
  // It was edited where nobody followed, as a file is while it is closed.
  const now = place.whole ? document : document.slice(start, start + length);
  return { ...place, length: now.length, changed: true, changes: changeBetween(text, now) };
}
