import type { ViewState } from './state';

/** The number that a line of the document has by now; those that were edited keep theirs. */
export function lineNow(
  { linesMoved, edited }: Pick<ViewState, 'linesMoved' | 'edited'>,
  line: number,
): number {
  return edited && line >= edited.below ? line + edited.belowNow - edited.below : line + linesMoved;
}
