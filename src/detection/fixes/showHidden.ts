import type { Fix } from '../../protocol/fix';
import type { Hit } from '../hit';
import { spelledOut } from '../hidden/spelledOut';

/** Hidden characters are written out, as `[U+200B ×2]`, so that everybody sees what stands there. */
export function showHidden(text: string, ranges: readonly Hit[]): Fix[] {
  const edits = ranges.map(({ start, end }) => ({ start, end, text: `[${nameOf(text.slice(start, end))}]` }));
  return edits.length > 0 ? [{ kind: 'show-hidden', safe: false, edits }] : [];
}

function nameOf(hidden: string): string {
  return spelledOut(hidden)
    .flatMap(({ kinds }) => kinds)
    .map(({ codePoint, count }) => {
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      return count === 1 ? name : `${name} ×${count}`;
    })
    .join(', ');
}
