import type { Hit } from '../hit';
import { addForm, copyUnits, type Draft, emptyDraft, isVoicing, voiceKana } from './draft';
import { escapeAt, opensEscape } from './escapes';
import type { Links } from './percents';
import { foldCharacter, isInvisible } from './foldCharacters';
import { isLookalike, readLookalikes } from './lookalikes';
import { unitsOf } from './units';

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
/** Memory for a folded text, which serves for the next one; for longer texts it is given back, code units. */
let room = new Uint16Array(1 << 14);
const MOST_ROOM = 1 << 20;

/** Reads a text in plain letters, their case kept. Time and memory grow with its length. */
export function foldText(written: string): FoldedText {
  return foldUnits(written).text;
}

/** The same, with the code units of the folded text and a zero behind them, until the next text is read. */
export function foldUnits(written: string): { text: FoldedText; units: Uint16Array } {
  const units = unitsOf(written);
  const links = { end: 0, isLink: false };
  const from = firstChange(written, units, links);
  if (from === written.length) return { text: plain(written), units };
  const draft = draftFrom(written, units, from, links);
  const straightened = draft.lookalikes && readLookalikes(draft.units, draft.length);
  if (!draft.changed && !straightened) return { text: plain(written), units };
  draft.units[draft.length] = 0;
  const text = {
    written,
    folded: Buffer.from(draft.units.buffer, 0, draft.length * 2).toString('utf16le'),
    bounds: draft.bounds.slice(0, draft.boundsLength),
    invisible: draft.invisible,
  };
  return { text, units: draft.units };
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

/** By code unit, whether it stays as it is wherever it stands; 0 where not yet looked up. */
const staying = new Uint8Array(0x10000);
const STAYS = 1;
const CHANGES = 2;
for (let unit = 0; unit < 0x80; unit++) staying[unit] = opensEscape[unit] ? CHANGES : STAYS;

/** Whether a code unit stays as it is wherever it stands. */
function stays(unit: number): boolean {
  return (staying[unit] || (staying[unit] = staysAsItIs(unit) ? STAYS : CHANGES)) === STAYS;
}

function staysAsItIs(unit: number): boolean {
  return formOfUnit(unit) === unit && !isVoicing(unit) && !isLookalike(unit);
}

/** Where the first character stands that may stand for another; the length of the text where none does. */
function firstChange(written: string, units: Uint16Array, links: Links): number {
  const { length } = written;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if (staying[unit] === STAYS || stays(unit)) continue;
    if (unit >= 0x80 || escapeAt(written, i, links)) return i;
  }
  return length;
}

/** Folds character by character, and where there are any, escape by escape; all before `from` stays as it is. */
function draftFrom(written: string, units: Uint16Array, from: number, links: Links): Draft {
  const { length } = written;
  if (room.length < length + 2 && length <= MOST_ROOM) room = new Uint16Array(2 * length + 2);
  const draft = length <= MOST_ROOM ? emptyDraft(length, room) : emptyDraft(length);
  draft.length = from;
  draft.units.set(units.subarray(0, from));
  for (let i = from; i < length;) {
    const begin = i;
    while (i < length && staying[units[i]!] === STAYS) i += 1;
    if (i > begin) copyUnits(draft, units, begin, i);
    if (i === length) break;
    i = foldAt(draft, written, units[i]!, i, links);
  }
  return draft;
}

/** Folds what stands at an offset; gives where it ends. */
function foldAt(draft: Draft, written: string, unit: number, at: number, links: Links): number {
  if (unit < 0x80) {
    const escape = escapeAt(written, at, links);
    if (escape) addForm(draft, foldAll(escape.form), written, at, escape.next);
    else draft.units[draft.length++] = unit;
    return escape ? escape.next : at + 1;
  }
  const form = forms[unit] || (forms[unit] = formOfUnit(unit));
  if (form === OTHER_LENGTH) {
    const codePoint = written.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (isInvisible(codePoint)) draft.invisible = true;
    addForm(draft, foldCharacter(codePoint), written, at, next);
    return next;
  }
  if (!isVoicing(form) || !voiceKana(draft, form, at)) {
    draft.units[draft.length++] = form;
    if (form !== unit) draft.changed = true;
    if (isLookalike(form)) draft.lookalikes = true;
  }
  return at + 1;
}

function formOfUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return OTHER_LENGTH;
  const form = foldCharacter(unit);
  return form.length === 1 ? form.charCodeAt(0) : OTHER_LENGTH;
}

function foldAll(form: string): string {
  return Array.from(form, (character) => foldCharacter(character.codePointAt(0)!)).join('');
}
