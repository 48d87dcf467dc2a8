import { addForm, emptyDraft } from '../folding/draft';
import { writtenRange } from '../folding/foldText';
import type { Decoded } from './decoded';

/** Bytes in a row as mail writes them, or an end of line that it breaks a long line with (RFC 2045, 6.7). */
const escaped = /(?:=[0-9A-F]{2})+|=\r?\n/g;
/** Fewest of them that make a mail, and how far from each other, in UTF-16 code units. */
const FEWEST = 3;
const NEAR = 160;

/** What passages of a mail say that are quoted-printable. */
export function* decodeQuotedPrintable(text: string): Generator<Decoded> {
  if (!text.includes('=')) return;
  let group: RegExpExecArray[] = [];
  for (const match of text.matchAll(escaped)) {
    const before = group.at(-1);
    if (before && match.index - before.index - before[0].length > NEAR) {
      if (group.length >= FEWEST) yield decode(text, group);
      group = [];
    }
    group.push(match);
  }
  if (group.length >= FEWEST) yield decode(text, group);
}

function decode(text: string, group: readonly RegExpExecArray[]): Decoded {
  const last = group.at(-1)!;
  const start = Math.max(0, group[0]!.index - NEAR);
  const end = Math.min(text.length, last.index + last[0].length + NEAR);
  const written = text.slice(start, end);
  const draft = emptyDraft(written.length);
  let at = 0;
  for (const { index, 0: escape } of group) {
    addForm(draft, written.slice(at, index - start), written, at, index - start);
    at = index - start + escape.length;
    addForm(draft, bytesOf(escape), written, index - start, at);
  }
  addForm(draft, written.slice(at), written, at, written.length);
  const bounds = draft.bounds.slice(0, draft.boundsLength);
  return {
    start,
    end,
    text: Buffer.from(draft.units.buffer, 0, 2 * draft.length).toString('utf16le'),
    encoding: 'quoted-printable',
    written(range) {
      const found = writtenRange({ bounds }, range);
      return { start: start + found.start, end: start + found.end };
    },
  };
}

/** What bytes in a row stand for; nothing for a broken line. */
function bytesOf(escape: string): string {
  return escape.includes('\n') ? '' : Buffer.from(escape.replaceAll('=', ''), 'hex').toString('utf8');
}
