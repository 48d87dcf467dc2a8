import type { Words } from '../reading/words';
import { type Decoded, LONGEST, whole } from './decoded';
import { isLanguage, textOf } from './language';

/** Fewest bytes in a row that are read. */
const FEWEST = 12;
/** Longest gap between two of them, UTF-16 code units. */
const GAP = 3;

/** What bytes say that are written one by one, in hexadecimal or binary digits: `68 69`, `0x68, 0x69`. */
export function* decodeSpaced(text: string, { starts, ends, length }: Words): Generator<Decoded> {
  for (let first = 0; first + FEWEST <= length;) {
    // Where the last byte that a row from here would need stands.
    const needed = first + FEWEST - 1;
    if (radixOf(text, starts[needed]!, ends[needed]!) === 0) {
      first = needed + 1;
      continue;
    }
    const radix = radixOf(text, starts[first]!, ends[first]!);
    let next = first + 1;
    if (radix > 0) {
      const most = first + LONGEST / 3;
      while (next < length && next < most && starts[next]! - ends[next - 1]! <= GAP) {
        if (radixOf(text, starts[next]!, ends[next]!) !== radix) break;
        next += 1;
      }
      if (next - first >= FEWEST) {
        const bytes = Buffer.alloc(next - first);
        for (let i = first; i < next; i++)
          bytes[i - first] = parseInt(text.slice(starts[i], ends[i]).replace(/^0x/i, ''), radix);
        const said = textOf(bytes);
        const name = radix === 16 ? 'hexadecimal' : 'binary digits';
        if (isLanguage(said)) yield whole({ start: starts[first]!, end: ends[next - 1]! }, name, said);
      }
    }
    first = next;
  }
}

/** The base that a word is a byte in; 0 where it is none. */
function radixOf(text: string, start: number, end: number): 0 | 2 | 16 {
  const length = end - start;
  if (length === 2) return isHex(text, start, end) ? 16 : 0;
  if (length === 4)
    return text[start] === '0' && /^0x$/i.test(text.slice(start, start + 2)) && isHex(text, start + 2, end)
      ? 16
      : 0;
  if (length !== 8) return 0;
  for (let i = start; i < end; i++) if ((text.charCodeAt(i) & 0xfffe) !== 0x30) return 0;
  return 2;
}

function isHex(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const small = unit | 0x20;
    if (!(unit >= 0x30 && unit <= 0x39) && !(small >= 0x61 && small <= 0x66)) return false;
  }
  return true;
}
