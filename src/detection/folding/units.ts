/** Memory for the code units of a text: a walk over them is much faster than over the string, whatever its form. */
let room = new Uint16Array(1 << 16);
/** For longer texts it is given back, code units. */
const MOST_ROOM = 1 << 20;
/** Behind a text stand a zero, which is part of no word, and room for a look at one more unit. */
const BEHIND = 2;

/** The code units of a text and a zero behind them, until the next text is read. */
export function unitsOf(text: string): Uint16Array {
  let units = room;
  if (text.length + BEHIND > units.length) {
    units = new Uint16Array(Math.max(text.length + BEHIND, Math.min(2 * units.length, MOST_ROOM)));
    if (text.length <= MOST_ROOM) room = units;
  }
  Buffer.from(units.buffer).write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}
