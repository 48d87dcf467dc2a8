import type { Place, PlaceKind } from '../../protocol/prompt';
import { hiddenElements } from './hiddenElements';

/** Marks around comments: of HTML (living standard, 13.1.6), Jinja and Handlebars. */
const comments: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['{#', '#}'],
  ['{{!--', '--}}'],
];

/** Longest front matter that is looked for; UTF-16 code units. */
const LONGEST = 20_000;

/** What a place of a kind has, and of its expression the group that holds what is said. */
const shapes: readonly (readonly [kind: PlaceKind, sign: string, shape: RegExp])[] = [
  // A reference that nobody refers to: what Markdown has for comments.
  ['comment', ']:', /^[ ]{0,3}\[(?:\/\/|comment|#)\]:[ \t]*(?:#|<>)[ \t]*(.{1,2000})$/gim],
  // CommonMark 0.31.2, 6.4: what is shown where a picture is not.
  ['alt-text', '![', /!\[([^[\]]{1,2000})\](?=[[(])/g],
  ['alt-text', '<', /<img\b[^<>]{0,2000}?\s(?:alt|title)\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')/gi],
  // CommonMark 0.31.2, 4.7: a definition shows nothing where it stands.
  ['reference', ']:', /^[ ]{0,3}\[(?!\/\/|comment\]|#\])[^[\]\n]{1,200}\]:[ \t]*(\S.{0,2000})$/gim],
];

/** A field of the front matter and its value; what is indented goes on with it. */
const FRONT_MATTER = new RegExp(
  `^\\ufeff?---[ \\t]*\\r?\\n([^]{1,${LONGEST}}?)\\r?\\n---[ \\t]*(?:\\r?\\n|$)`,
);
const FIELD = /^([\w-]+)[ \t]*:[ \t]*(.*(?:\r?\n[ \t]+.*)*)/gm;

/** Stretches of Markdown, HTML or XML whose text is not shown, or stands in a field; in order of their starts. */
export function placesIn(text: string): Place[] {
  const places: Place[] = [];
  if (/<|!\[|\{#|\{\{!|^[ ]{0,3}\[/m.test(text)) {
    for (const [kind, sign, shape] of shapes) {
      if (!text.includes(sign)) continue;
      for (const match of text.matchAll(shape)) {
        const said = match.slice(1).find((group) => group !== undefined)!;
        const start = match.index + match[0].indexOf(said);
        places.push({ kind, start, end: start + said.length });
      }
    }
    places.push(...comments.flatMap(([open, close]) => between(text, open, close)), ...hiddenElements(text));
  }
  places.push(...frontMatter(text));
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Comments between marks. One of HTML that nobody closes goes on to the end of the text. */
function between(text: string, open: string, close: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(open); at >= 0;) {
    const start = at + open.length;
    const end = text.indexOf(close, start);
    if (end < 0 && open !== '<!--') break;
    places.push({ kind: 'comment', start, end: end < 0 ? text.length : end });
    if (end < 0) break;
    at = text.indexOf(open, end + close.length);
  }
  return places;
}

function frontMatter(text: string): Place[] {
  const [whole, fields] = FRONT_MATTER.exec(text) ?? [];
  if (whole === undefined) return [];
  const from = whole.indexOf(fields!);
  return Array.from(fields!.matchAll(FIELD), ({ 0: field, 1: name, 2: value, index }) => {
    const start = from + index + field.length - value!.length;
    const kind = name === 'description' || name === 'name' ? name : 'front-matter';
    return { kind, start, end: start + value!.length } as const;
  }).filter(({ start, end }) => end > start);
}
