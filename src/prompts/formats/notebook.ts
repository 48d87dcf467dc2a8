import { type Node, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { writeJsonString } from '../notations/jsonString';
import { TextWriter, type WrittenText } from '../writtenText';

/** A cell of a notebook: its text, and the language of VS Code that it is in. */
export interface Cell {
  languageId: string;
  written: WrittenText;
}

/** The cells of a Jupyter notebook (https://nbformat.readthedocs.io, version 4); `null` where it is none. */
export function readNotebook(text: string): Cell[] | null {
  if (!/^\s*\{/.test(text)) return null;
  let root: Node | undefined;
  try {
    root = parseTree(text);
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (error instanceof RangeError) return null;
    throw error;
  }
  const cells = root && findNodeAtLocation(root, ['cells']);
  if (!root || cells?.type !== 'array') return null;
  const named =
    findNodeAtLocation(root, ['metadata', 'language_info', 'name']) ??
    findNodeAtLocation(root, ['metadata', 'kernelspec', 'language']);
  const language = typeof named?.value === 'string' ? named.value.toLowerCase() : 'python';
  return (cells.children ?? []).flatMap((cell) => {
    const kind = findNodeAtLocation(cell, ['cell_type'])?.value as unknown;
    const source = findNodeAtLocation(cell, ['source']);
    const written = source && sourceOf(text, source);
    return written ? [{ languageId: kind === 'code' ? language : 'markdown', written }] : [];
  });
}

/** A text, or a list of its lines with their ends. */
function sourceOf(text: string, source: Node): WrittenText | null {
  const lines = (source.type === 'array' ? (source.children ?? []) : [source]).filter(
    ({ type }) => type === 'string',
  );
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const writer = new TextWriter(text);
  for (const { offset, length } of lines)
    writeJsonString(writer, text.slice(offset + 1, offset + length - 1), offset + 1);
  return writer.finish(first.offset + 1, last.offset + last.length - 1);
}
