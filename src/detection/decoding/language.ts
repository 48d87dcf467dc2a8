/** Fewest characters that say something. */
const SHORTEST = 8;
/** How many bytes are looked at to see whether the rest is worth decoding. */
export const GLANCE = 12;

/**
 * The text that bytes begin with; empty where they are no text. In UTF-8, or in UTF-16 as the shells of Windows encode
 * their commands.
 */
export function textOf(bytes: Buffer): string {
  const text = bytes.toString(isWide(bytes) ? 'utf16le' : 'utf8');
  const end = text.search(/[\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u009f]/);
  return end < 0 ? text : text.slice(0, end);
}

/** Whether a few bytes are the beginning of a text; its last character may be cut. */
export function beginsText(bytes: Buffer): boolean {
  const wide = isWide(bytes);
  // What most bytes are that say nothing, without a string for them.
  if (!wide)
    for (let at = 0; at <= bytes.length - 4; at++)
      if (!mayStand(bytes[at - 1] ?? 0, bytes[at]!, bytes[at + 1]!)) return false;
  const text = textOf(bytes);
  const read = wide ? 2 * text.length : Buffer.byteLength(text);
  return read > bytes.length - 4;
}

/** Whether two bytes, as one number, may be what a text begins with. */
export function mayBeText(firstTwo: number): boolean {
  const first = firstTwo >> 8;
  const second = firstTwo & 0xff;
  // In UTF-16 every other byte is none.
  if (second === 0) return first !== 0;
  return mayStand(0, first, second) && (second >= 0xc0 || mayStand(first, second, 0));
}

/** Whether a byte of UTF-8 may stand between two others: a first byte before one that goes on, and none of those without. */
function mayStand(before: number, byte: number, after: number): boolean {
  if (byte < 0x80) return !isControl(byte);
  return byte >= 0xc0 ? after >= 0x80 && after < 0xc0 : before >= 0x80;
}

/** The control codes of ASCII that no text has. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte >= 0x0e && byte < 0x20) || byte === 0x7f;

function isWide(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0;
}

/** Whether a text is writing: words, and not numbers or signs; or what may be encoded once more. */
export function isLanguage(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (encodedAgain.test(text)) return true;
  const spoken = text.match(/[\p{L}\p{N}\p{M}\s.,:;!?'"/()-]/gu)?.length ?? 0;
  return spoken >= 0.8 * text.length && (words.test(text) || unspaced.test(text));
}

const encodedAgain = /^[\w\s+/=,-]{24,}$/;
const words = /\p{L}{2}\P{L}{1,3}\p{L}{2}/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{4}/u;
