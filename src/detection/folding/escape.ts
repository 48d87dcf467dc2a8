/** A stretch of a text that stands for other characters by the rules of a format, and where it ends. */
export interface Escape {
  form: string;
  next: number;
}

/** Whether a character may stand in a sentence, or may stand in it unseen: no control code, no half of a character. */
export function isReadable(code: number): boolean {
  return (
    (code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) && code <= 0x10ffff && !isOdd(code)
  );
}

const isOdd = (code: number): boolean => (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000);
