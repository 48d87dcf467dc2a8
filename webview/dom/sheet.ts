/** The class of a page that is about to be printed; the style sheet makes it light, and as wide as a sheet. */
export const SHEET = 'attn-sheet';

/** Whether what is drawn now is drawn for paper. */
export function isOnSheet(): boolean {
  return document.body.classList.contains(SHEET);
}
