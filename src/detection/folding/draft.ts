import { isLookalike } from './lookalikes';

/** A folded text in the making. Offsets in UTF-16 code units. */
export interface Draft {
  units: Uint16Array;
  length: number;
  /** Pairs of a folded and a written offset, as in `FoldedText`. */
  bounds: Uint32Array;
  boundsLength: number;
  /** Whether it differs from what was written. */
  changed: boolean;
  /** Whether there are letters that look like Latin ones. */
  lookalikes: boolean;
  /** Whether there were characters that take no room on the page. */
  invisible: boolean;
}

/** Until there is a first one: most texts have none. */
const noBounds = new Uint32Array(0);
/** Room for bounds that is made at first. */
const FIRST_BOUNDS = 64;

/**
 * An empty one, with room for a text of this length, and for what stands behind the units of a text.
 *
 * @param room that is large enough
 */
export function emptyDraft(length: number, room = new Uint16Array(length + 2)): Draft {
  return {
    units: room,
    length: 0,
    bounds: noBounds,
    boundsLength: 0,
    changed: false,
    lookalikes: false,
    invisible: false,
  };
}

/** Adds what the written stretch `[at, next)` stands for as a whole. */
export function addForm(draft: Draft, form: string, written: string, at: number, next: number): void {
  if (form.length !== next - at || !written.startsWith(form, at)) draft.changed = true;
  const start = draft.length;
  const needed = start + form.length + written.length - next + 2;
  if (needed > draft.units.length) draft.units = grown(draft.units, needed);
  for (let k = 0; k < form.length; k++) {
    const unit = form.charCodeAt(k);
    if (isLookalike(unit)) draft.lookalikes = true;
    draft.units[draft.length++] = unit;
  }
  if (form.length !== next - at) addBounds(draft, start, at, next);
}

/** Adds code units `[from, to)` of a text as they are. */
export function copyUnits(draft: Draft, text: Uint16Array, from: number, to: number): void {
  const { units } = draft;
  let at = draft.length;
  for (let i = from; i < to; i++) units[at++] = text[i]!;
  draft.length = at;
}

/** Whether a code unit voices the kana before it, as half-width text writes "ﾌﾟ" for "プ". */
export function isVoicing(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a;
}

/** Makes the kana before a voicing mark at `at` the voiced one; `false` where there is none to be voiced. */
export function voiceKana(draft: Draft, mark: number, at: number): boolean {
  const last = draft.length - 1;
  if (last < 0) return false;
  const voiced = String.fromCharCode(draft.units[last]!, mark).normalize('NFC');
  if (voiced.length > 1) return false;
  draft.units[last] = voiced.charCodeAt(0);
  draft.changed = true;
  addBounds(draft, last, at - 1, at + 1);
  return true;
}

/** Notes that a written stretch `[at, next)` stands as a whole for what was folded from `start` on. */
function addBounds(draft: Draft, start: number, at: number, next: number): void {
  if (draft.bounds.length < draft.boundsLength + 4)
    draft.bounds = grown(draft.bounds, Math.max(FIRST_BOUNDS, draft.boundsLength + 4));
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
