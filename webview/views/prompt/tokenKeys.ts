import { isShortcut } from '../../figures/cellKeys';

/** Where a key leads in the text; `null` where it is none of ours. Up and down go by what is above or below on the screen. */
export function tokenByKey(
  event: KeyboardEvent,
  from: number,
  elements: readonly HTMLElement[],
): number | null {
  if (isShortcut(event)) return null;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      // The next token stands to the left where the text runs so.
      const leftwards = getComputedStyle(elements[from]!).direction === 'rtl';
      return from + ((event.key === 'ArrowRight') !== leftwards ? 1 : -1);
    }
    case 'Home':
      return 0;
    case 'End':
      return elements.length - 1;
    case 'ArrowUp':
    case 'ArrowDown':
      return onNextLine(from, event.key === 'ArrowUp' ? -1 : 1, elements);
    default:
      return null;
  }
}

/** Of the line above (-1) or below (1), the token nearest to where one is; the same token at the first and last line. */
function onNextLine(from: number, by: -1 | 1, elements: readonly HTMLElement[]): number {
  const here = elements[from]!.getBoundingClientRect();
  const middle = (here.left + here.right) / 2;
  let line: DOMRect | null = null;
  let nearest = from;
  let least = Infinity;
  for (let index = from + by; index >= 0 && index < elements.length; index += by) {
    const there = elements[index]!.getBoundingClientRect();
    const isOther = by < 0 ? there.bottom <= here.top + 2 : there.top >= here.bottom - 2;
    if (!isOther) continue;
    line ??= there;
    if (Math.abs(there.top - line.top) > 2) break;
    const distance = Math.max(there.left - middle, middle - there.right, 0);
    if (distance < least) [least, nearest] = [distance, index];
  }
  return nearest;
}
