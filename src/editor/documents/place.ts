/** Where an analysed text stands in its document. UTF-16 code units. */
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

/** Whether `analysed` stands at its place in `document`; after an undo it does so again. */
export function standsAt({ start, whole }: Place, document: string, analysed: string): boolean {
  return whole ? document === analysed : document.startsWith(analysed, start);
}
