import type { Hit } from '../hit';
import { foldCharacter } from './foldCharacters';
import { isLookalike, readLookalikes } from './lookalikes';

/** A text as it was written and as a reader sees it, with the way back. Offsets in UTF-16 code units. */
export interface FoldedText {
  written: string;
  /** In plain letters: no full width, no accents, nothing invisible, no letters of another script in a word. */
  folded: string;
  /**
   * Pairs of a folded and a written offset, ascending, that cut both texts into stretches that stand for each
   * other: unit by unit where they are equally long, else as a whole. Empty where the offsets are the same.
   */
  bounds: Uint32Array;
}

const noBounds = new Uint32Array(0);

/** Reads a text in plain letters, their case kept. Time and memory grow with its length. */
export function foldText(written: string): FoldedText {
  if (!/[^\x00-\x7f]/.test(written)) return { written, folded: written, bounds: noBounds };
  const draft = foldUnits(written);
  const straightened = draft.lookalikes && readLookalikes(draft.units, draft.length);
  if (!draft.changed && !straightened) return { written, folded: written, bounds: noBounds };
  return {
    written,
    folded: Buffer.from(draft.units.buffer, 0, draft.length * 2).toString('utf16le'),
    bounds: draft.bounds.slice(0, draft.boundsLength),
  };
}

/** The written range that a range of the folded text stands for, without invisible characters at its ends. */
export function writtenRange({ bounds }: FoldedText, { start, end }: Hit): Hit {
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

/** A folded text in the making. */
interface Draft {
  units: Uint16Array;
  length: number;
  bounds: Uint32Array;
  boundsLength: number;
  /** Whether it differs from what was written. */
  changed: boolean;
  /** Whether there are letters that look like Latin ones. */
  lookalikes: boolean;
}

/** Plain forms of one code unit, by the code unit that they stand for; 0 where not yet looked up. */
const forms = new Uint16Array(0x10000);
/** In place of a form that is not one code unit; no character has this code. */
const OTHER_LENGTH = 0xffff;

/** Folds character by character. */
function foldUnits(written: string): Draft {
  const draft: Draft = {
    units: new Uint16Array(written.length),
    length: 0,
    bounds: new Uint32Array(64),
    boundsLength: 0,
    changed: false,
    lookalikes: false,
  };
  for (let i = 0; i < written.length;) {
    const unit = written.charCodeAt(i);
    const form = unit < 0x80 ? unit : forms[unit] || (forms[unit] = formOfUnit(unit));
    if (form === OTHER_LENGTH) {
      i = foldLong(draft, written, i);
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

/** Folds a character that is not, or does not become, one code unit; gives the offset after it. */
function foldLong(draft: Draft, written: string, at: number): number {
  const codePoint = written.codePointAt(at)!;
  const next = at + (codePoint > 0xffff ? 2 : 1);
  const form = foldCharacter(codePoint);
  if (form !== written.slice(at, next)) draft.changed = true;
  const start = draft.length;
  const needed = start + form.length + written.length - next;
  if (needed > draft.units.length) draft.units = grown(draft.units, needed);
  for (let k = 0; k < form.length; k++) {
    const unit = form.charCodeAt(k);
    if (isLookalike(unit)) draft.lookalikes = true;
    draft.units[draft.length++] = unit;
  }
  if (form.length !== next - at) addBounds(draft, start, at, next);
  return next;
}

/** Notes that a written stretch `[at, next)` stands as a whole for what was folded from `start` on. */
function addBounds(draft: Draft, start: number, at: number, next: number): void {
  if (draft.bounds.length < draft.boundsLength + 4)
    draft.bounds = grown(draft.bounds, draft.boundsLength + 4);
  const { bounds, boundsLength } = draft;
  const continues = bounds[boundsLength - 2] === start && bounds[boundsLength - 1] === at;
  // Invisible characters in a row are one stretch.
  const invisible = start === draft.length && bounds[boundsLength - 4] === start;
  if (continues && invisible) draft.boundsLength -= 2;
  else if (!continues) draft.boundsLength = pushBound(bounds, boundsLength, start, at);
  draft.boundsLength = pushBound(bounds, draft.boundsLength, draft.length, next);
}

function pushBound(bounds: Uint32Array, length: number, folded: number, written: number): number {
  bounds[length] = folded;
  bounds[length + 1] = written;
  return length + 2;
}

/** A copy with room for at least so many elements, and for half as many again as before. */
function grown<T extends Uint16Array | Uint32Array>(array: T, needed: number): T {
  const copy = new (array.constructor as new (length: number) => T)(
    Math.max(needed, Math.ceil(array.length * 1.5)),
  );
  copy.set(array);
  return copy;
}
