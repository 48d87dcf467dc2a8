import { verbatim, type WrittenText } from '../writtenText';

/** A line that begins a document: nothing else may begin so, whatever it stands in (YAML 1.2.2, section 9.1.2). */
const MARKER = /^---(?=[ \t\r\n]|$)/gm;

/** Nothing but comments and directives. */
const NOTHING = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?(?:\n|$)|%[^\n]*(?:\n|$)|\r)*$/;

/** The documents that a YAML text holds, each with the marker that it begins with. */
export function yamlDocuments(text: string): WrittenText[] {
  const starts = Array.from(text.matchAll(MARKER), ({ index }) => index);
  if (starts.length > 0 && !NOTHING.test(text.slice(0, starts[0]))) starts.unshift(0);
  else starts[0] = 0;
  return starts.map((start, at) => verbatim(text, start, starts[at + 1] ?? text.length));
}
