import type { PlaceKind } from '../../protocol/prompt';
import { writtenRange } from '../folding/foldText';
import type { Hit } from '../hit';
import type { Reading } from '../reading/readText';

/** The kinds of places that a range of the folded text touches: a comment, an element that nobody sees, a field. */
export function placesOver(reading: Reading, hit: Hit): ReadonlySet<PlaceKind> {
  const { start, end } = writtenRange(reading, hit);
  const touched = reading.places().filter((place) => place.start < end && start < place.end);
  return new Set(touched.map(({ kind }) => kind));
}
