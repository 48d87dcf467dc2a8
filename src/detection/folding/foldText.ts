import type { Hit } from '../hit';
import { addForm, type Draft, emptyDraft, isVoicing, voiceKana } from './draft';
import { escapeAt, mayEscape, opensEscape } from './escapes';
import type { Links } from './percents';
import { foldCharacter, isInvisible } from './foldCharacters';
import { isLookalike, readLookalikes } from './lookalikes';

/** A text as it was written and as a reader sees it, with the way back. Offsets in UTF-16 code units. */
export interface FoldedText {
  written: string;
  /**
   * In plain letters: no full width, no accents, nothing invisible, no letters of another script in a word, no
   * character references or escapes of a format, no tags inside a word.
   */
  folded: string;
  /**
   * Pairs of a folded and a written offset, ascending, that cut both texts into stretches that stand for each
   * other: unit by unit where they are equally long, else as a whole. Empty where the offsets are the same.
   */
  bounds: Uint32Array;
  /** Whether there are characters that take no room on the page. */
  invisible: boolean;
}

const noBounds = new Uint32Array(0);

/** Reads a text in plain letters, their case kept. Time and memory grow with its length. */
export function foldText(written: string): FoldedText {
  const escapes = mayEscape(written);
  if (!escapes && !/[^\x00-\x7f]/.test(written)) return plain(written);
  const links = { end: 0, isLink: false };
  const from = firstChange(written, escapes, links);
  if (from === written.length) return plain(written);
  const draft = foldUnits(written, from, escapes, links);
  const straightened = draft.lookalikes && readLookalikes(draft.units, draft.length);
  if (!draft.changed && !straightened) return plain(written);
  return {
    written,
    folded: Buffer.from(draft.units.buffer, 0, draft.length * 2).toString('utf16le'),
    bounds: draft.bounds.slice(0, draft.boundsLength),
    invisible: draft.invisible,
  };
}

function plain(written: string): FoldedText {
  return { written, folded: written, bounds: noBounds, invisible: false };
}

/** The written range that a range of the folded text stands for, without invisible characters at its ends. */
export function writtenRange({ bounds }: Pick<FoldedText, 'bounds'>, { start, end }: Hit): Hit {
  return { start: writtenUnit(bounds, start).start, end: writtenUnit(bounds, end - 1).end };
}

/** The written range of one folded code unit. */
function writtenUnit(bounds: Uint32Array, offset: number): Hit {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[2 * middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  // The stretch that the offset stands in: before the first bound, between two, or behind the last.
  const [folded, written] = low === 0 ? [0, 0] : [bounds[2 * low - 2]!, bounds[2 * low - 1]!];
  const foldedEnd = bounds[2 * low];
  const writtenEnd = bounds[2 * low + 1];
  if (foldedEnd !== undefined && writtenEnd !== undefined && foldedEnd - folded !== writtenEnd - written)
    return { start: written, end: writtenEnd };
  const start = written + offset - folded;
  return { start, end: start + 1 };
}

/** Plain forms of one code unit, by the code unit that they stand for; 0 where not yet looked up. */
const forms = new Uint16Array(0x10000);
/** In place of a form that is not one code unit; no character has this code. */
const OTHER_LENGTH = 0xffff;

/** Where the first character stands that may stand for another; the length of the text where none does. */
function firstChange(written: string, escapes: boolean, links: Links): number {
  for (let i = 0; i < written.length; i++) {
    const unit = written.charCodeAt(i);
    if (unit < 0x80) {
      if (escapes && opensEscape[unit] && escapeAt(written, i, links)) return i;
    } else {
      const stays = staying[unit] || (staying[unit] = staysAsItIs(unit) ? STAYS : CHANGES);
      if (stays === CHANGES) return i;
    }
  }
  return written.length;
}

/** By code unit, whether it stays as it is wherever it stands; 0 where not yet looked up. */
const staying = new Uint8Array(0x10000);
const STAYS = 1;
const CHANGES = 2;

function staysAsItIs(unit: number): boolean {
  return formOfUnit(unit) === unit && !isVoicing(unit) && !isLookalike(unit);
}

/** Folds character by character, and where there are any, escape by escape; all before `from` stays as it is. */
function foldUnits(written: string, from: number, escapes: boolean, links: Links): Draft {
  const draft = emptyDraft(written.length);
  draft.length = from;
  Buffer.from(draft.units.buffer).write(written.slice(0, from), 'utf16le');
  for (let i = from; i < written.length;) {
    const unit = written.charCodeAt(i);
    if (escapes && opensEscape[unit]) {
      const escape = escapeAt(written, i, links);
      if (escape) {
        addForm(draft, foldAll(escape.form), written, i, escape.next);
        i = escape.next;
        continue;
      }
    }
    const form = unit < 0x80 ? unit : forms[unit] || (forms[unit] = formOfUnit(unit));
    if (form === OTHER_LENGTH) {
      const codePoint = written.codePointAt(i)!;
      const next = i + (codePoint > 0xffff ? 2 : 1);
      if (isInvisible(codePoint)) draft.invisible = true;
      addForm(draft, foldCharacter(codePoint), written, i, next);
      i = next;
      continue;
    }
    if (isVoicing(form) && voiceKana(draft, form, i)) {
      i += 1;
      continue;
    }
    draft.units[draft.length++] = form;
    if (form !== unit) draft.changed = true;
    if (form >= 0x80 && isLookalike(form)) draft.lookalikes = true;
    i += 1;
  }
  return draft;
}

function formOfUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return OTHER_LENGTH;
  const form = foldCharacter(unit);
  return form.length === 1 ? form.charCodeAt(0) : OTHER_LENGTH;
}

function foldAll(form: string): string {
  return Array.from(form, (character) => foldCharacter(character.codePointAt(0)!)).join('');
}
