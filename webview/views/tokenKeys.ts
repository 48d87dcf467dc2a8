import { isShortcut } from '../figures/cellKeys';

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
    case 'ArrowDown': {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const here = elements[from]!.getBoundingClientRect();
      const middle = here.left + here.width / 2;
      for (let index = from + by; index >= 0 && index < elements.length; index += by) {
        const there = elements[index]!.getBoundingClientRect();
        const onOtherLine = by < 0 ? there.bottom <= here.top + 2 : there.top >= here.bottom - 2;
        if (!onOtherLine) continue;
        if (there.left <= middle && there.right >= middle) return index;
        if (by < 0 ? there.left <= middle : there.left > middle) return index;
      }
      return from;
    }
    default:
      return null;
  }
}
