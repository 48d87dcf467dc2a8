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

/**
 * What opens such a stretch, and how those begin of which a text with an opening has one, each behind a sign: most texts
 * have none.
 */
interface Openings {
  beginnings: readonly (readonly [sign: string, beginning: RegExp])[];
  whole: RegExp;
}

/** By the names of an author's own. */
const known = new Map<string, Openings>();

function openingsWith(ownNames: readonly string[]): Openings {
  const own = ownNames.join('\n');
  let openings = known.get(own);
  if (!openings) {
    const names = [...KNOWN, ...ownNames.map(escaped)].join('|');
    const border = `(?:BEGIN|START)[ \\t]+(?:OF[ \\t]+)?(${names})\\b`;
    const beginnings = [
      ['<', `<(?:${names})`],
      ['```', `\`\`\`[ \\t]*(?:${names})`],
      ['~~~', `~~~[ \\t]*(?:${names})`],
      ['\n', `(?:^|\\n)[^\\w\\n]{2,20}${border}`],
    ] as const;
    // A tag in backticks is talked about.
    const whole =
      `(?<![\`\\w])<(${names})(?:\\s[^<>\\n]{0,200})?>(?!\`)` +
      `|^[ \\t]*(\`{3,}|~{3,})[ \\t]*(?:${names})[ \\t]*\\r?\\n` +
      `|^[^\\w\\n]{2,20}${border}[^\\w\\n]{0,40}\\r?\\n`;
    openings = {
      beginnings: beginnings.map(([sign, beginning]) => [sign, new RegExp(beginning, 'iy')]),
      whole: new RegExp(whole, 'gim'),
    };
    known.set(own, openings);
  }
  return openings;
}

/** Stretches of a text that its author marks as data: between such tags, fences and borders. In order, none in another. */
export function markedData(text: string, ownNames: readonly string[] = []): SourceRange[] {
  const { beginnings, whole } = openingsWith(ownNames);
  if (!beginnings.some(([sign, beginning]) => beginsAt(text, sign, beginning))) return [];
  whole.lastIndex = 0;
  const marked: SourceRange[] = [];
  const unclosed = new Set<string>();
  for (let open = whole.exec(text); open; open = whole.exec(text)) {
    const start = whole.lastIndex;
    if (open[1] !== undefined && MENTIONED.test(text.slice(start, start + 20))) continue;
    const name = open.slice(1).join(' ').toLowerCase();
    const close = unclosed.has(name) ? null : closeOf(text, start, open);
    if (close === null) {
      // Looked for once: else the search would begin again at each of its openings.
      unclosed.add(name);
      continue;
    }
    if (text.slice(start, close.at).trim() !== '') marked.push({ start, end: close.at });
    whole.lastIndex = Math.max(start, close.end);
  }
  return marked;
}

/** Whether a sticky expression matches at the beginning of a text or at a sign of it. */
function beginsAt(text: string, sign: string, beginning: RegExp): boolean {
  for (let at = 0; at >= 0; at = text.indexOf(sign, at + 1)) {
    beginning.lastIndex = at;
    if (beginning.test(text)) return true;
  }
  return false;
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
