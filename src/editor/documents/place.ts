/** Where a text stands in its document. UTF-16 code units. */
export interface Place {
  start: number;
  length: number;
  /** The text is all of the document, so that what is added at its ends belongs to it too. */
  whole: boolean;
  /** The text itself was edited: none of its offsets can be found in the document any more. */
  changed: boolean;
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
  let { start, length, changed } = place;
  for (const { rangeOffset, rangeLength, text } of edits) {
    const editEnd = rangeOffset + rangeLength;
    if (!place.whole && rangeOffset >= end) continue;
    if (!place.whole && editEnd <= place.start) {
      start += text.length - rangeLength;
      continue;
    }
    changed = true;
    // What an edit across an end of the text puts there counts as part of it.
    const before = Math.max(0, place.start - rangeOffset);
    const after = Math.max(0, editEnd - end);
    start -= before;
    length += text.length - (rangeLength - before - after);
  }
  return { ...place, start, length, changed };
}

/**
 * The place of `text` found by looking; after an undo it stands there again.
 *
 * @param document the text of its document by now; nothing while that is closed
 */
export function placeIn(document: string | undefined, place: Place, text: string): Place {
  if (document === undefined) return place;
  const stands = place.whole ? document === text : document.startsWith(text, place.start);
  return { ...place, ...(stands ? { length: text.length } : {}), changed: !stands };
}
