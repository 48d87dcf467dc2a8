/**
 * Shows why the place of the cursor is flagged, or not. Its arguments, where it is not the cursor that is meant: the URI
 * of the document as a string, and a `SourceRange` in it.
 */
export const WHY = 'attnscope.why';

/** Pages that say why: read-only documents, each with what it is about in its address. */
export const WHY_SCHEME = 'attnscope-why';

/** What such a page is about. UTF-16 code units. */
export interface WhyAsked {
  uri: string;
  start: number;
  end: number;
}
