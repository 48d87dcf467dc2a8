import type { SourceRange } from '../../protocol/prompt';

/** Tags, named fences and borders that authors put around text of others, as their words. */
const KNOWN = [
  'documents?',
  'data',
  'untrusted(?:[-_]\\w+)*',
  'user[-_](?:input|data|content|text)',
  'external[-_](?:content|data|text)',
  'retrieved(?:[-_]\\w+)+',
  'search[-_]results?',
  'tool[-_](?:results?|outputs?|responses?)',
  'web[-_]?(?:page|content|site)',
];

/** What follows the name of a tag that is talked about: "what stands in <data> tags". */
const MENTIONED =
  /^(?:[.,;:)]|[ \t]+(?:tags?|elements?|blocks?|sections?|markers?|and|or|as|is|are|to|with)\b)/i;

/** What opens such a stretch, by the names of an author's own. */
const known = new Map<string, RegExp>();

function openingsWith(ownNames: readonly string[]): RegExp {
  const names = [...KNOWN, ...ownNames.map(escaped)].join('|');
  let openings = known.get(names);
  if (!openings) {
    // A tag in backticks is talked about.
    openings = new RegExp(
      `(?<![\`\\w])<(${names})(?:\\s[^<>\\n]{0,200})?>(?!\`)` +
        `|^[ \\t]*(\`{3,}|~{3,})[ \\t]*(?:${names})[ \\t]*\\r?\\n` +
        `|^[^\\w\\n]{2,20}(?:BEGIN|START)[ \\t]+(?:OF[ \\t]+)?(${names})\\b[^\\w\\n]{0,40}\\r?\\n`,
      'gim',
    );
    known.set(names, openings);
  }
  openings.lastIndex = 0;
  return openings;
}

/** Stretches of a text that its author marks as data: between such tags, fences and borders. In order, none in another. */
export function markedData(text: string, ownNames: readonly string[] = []): SourceRange[] {
  if (!/[<`~]|begin/i.test(text)) return [];
  const openings = openingsWith(ownNames);
  const marked: SourceRange[] = [];
  const unclosed = new Set<string>();
  for (let open = openings.exec(text); open; open = openings.exec(text)) {
    const start = openings.lastIndex;
    if (open[1] !== undefined && MENTIONED.test(text.slice(start, start + 20))) continue;
    const name = open.slice(1).join(' ').toLowerCase();
    const close = unclosed.has(name) ? null : closeOf(text, start, open);
    if (close === null) {
      // Looked for once: else the search would begin again at each of its openings.
      unclosed.add(name);
      continue;
    }
    if (text.slice(start, close.at).trim() !== '') marked.push({ start, end: close.at });
    openings.lastIndex = Math.max(start, close.end);
  }
  return marked;
}

function closeOf(
  text: string,
  from: number,
  [, tag, fence, border]: RegExpExecArray,
): { at: number; end: number } | null {
  const closing =
    tag !== undefined
      ? new RegExp(`</${escaped(tag)}\\s*>`, 'gi')
      : fence !== undefined
        ? new RegExp(`^[ \\t]*${escaped(fence)}[ \\t]*$`, 'gm')
        : new RegExp(`^[^\\w\\n]{2,20}END[ \\t]+(?:OF[ \\t]+)?${escaped(border!)}\\b`, 'gim');
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match && { at: match.index, end: closing.lastIndex };
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
