import { AttnscopeError } from '../../protocol/errors';
import { fileKind } from './fileKind';

/** A text file has hardly any of these; other encodings and binary data are full of them. */
const strange = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g;
/** Share of such characters above which a file is not text in this encoding. */
const STRANGE_SHARE = 0.1;

/**
 * A file's bytes as the editor holds them: UTF-8, or UTF-16 where a byte order mark says so; the
 * mark dropped, line ends kept, malformed sequences as U+FFFD.
 *
 * @throws AttnscopeError `bad-input` where the bytes are not text.
 */
export function decodeText(bytes: Uint8Array): string {
  const kind = fileKind(bytes);
  if (kind !== undefined) {
    throw new AttnscopeError(
      'bad-input',
      `The file is ${kind}, whose text is not read. Save its text as UTF-8, or choose another file.`,
    );
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const found = text.match(strange)?.length ?? 0;
  if (text.includes('\0') || found > text.length * STRANGE_SHARE) {
    throw new AttnscopeError(
      'bad-input',
      'The file is not text: it is binary, or in an encoding other than UTF-8. Save it as UTF-8, or choose another file.',
    );
  }
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
