import type { Hit } from '../hit';

/** Runs of at least so many characters without white space between them. Looks at few characters of prose. */
export function* longRuns(text: string, least: number): Generator<Hit> {
  for (let start = 0; start + least <= text.length;) {
    // From the last character that a run from here would need, back to the first.
    let at = start + least - 1;
    while (at >= start && text.charCodeAt(at) > 0x20) at -= 1;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    let end = start + least;
    while (end < text.length && text.charCodeAt(end) > 0x20) end += 1;
    yield { start, end };
    start = end + 1;
  }
}
