import type { TextWriter } from '../writtenText';
import type { DataString } from '../notations/dataNode';

/** Longest text read as a table, in UTF-16 code units: each cell is kept. */
const LONGEST_TABLE = 4_000_000;

/** What ends a cell; a table is of one kind throughout. */
export type Separator = ',' | ';' | '\t';

/** The rows of a table of comma-separated values (RFC 4180) or a like kind; `null` where a quote is not closed. */
export function parseCsv(text: string, separator: Separator): DataString[][] | null {
  if (text.length > LONGEST_TABLE) return null;
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const rows: DataString[][] = [];
  let row: DataString[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? quotedCell(text, at) : plainCell(text, at, plain);
    if (!cell) return null;
    row.push(cell);
    at = cell.end + (isQuoted ? 1 : 0);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
    } else if (at < text.length && !/[\r\n]/.test(text[at]!)) return null;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  // An empty line is no row.
  return rows.filter((cells) => cells.length > 1 || cells[0]!.value !== '');
}

function plainCell(text: string, start: number, plain: RegExp): DataString {
  plain.lastIndex = start;
  const value = plain.exec(text)![0];
  const end = start + value.length;
  return { kind: 'string', value, start, end, write: (writer) => writer.copy(start, end) };
}

/** A cell between quotes, in which a quote is written twice. */
function quotedCell(text: string, quote: number): DataString | null {
  const start = quote + 1;
  const doubled: number[] = [];
  let end = text.indexOf('"', start);
  while (end >= 0 && text[end + 1] === '"') {
    doubled.push(end);
    end = text.indexOf('"', end + 2);
  }
  if (end < 0) return null;
  const write = (writer: TextWriter): void => {
    let at = start;
    for (const two of doubled) {
      writer.copy(at, two);
      writer.add('"', two, two + 2);
      at = two + 2;
    }
    writer.copy(at, end);
  };
  return { kind: 'string', value: text.slice(start, end).replaceAll('""', '"'), start, end, write };
}
