import { plainText } from '../protocol/plainText';

/** Longest line that is said of an analysis, in UTF-16 code units. */
const LONGEST_LINE = 400;

/** A line about an analysis: names of models, files and markers in it come from outside. */
export function foreignLine(text: string): string {
  // Most markers are made with these two, which `plainText` would replace by question marks.
  return plainText(text.replaceAll('<', '‹').replaceAll('>', '›'), LONGEST_LINE);
}

/** The same, as Markdown that takes it for nothing but text. */
export function escapedLine(text: string): string {
  return foreignLine(text).replace(/[\\*_{}[\]#|~!&]/g, '\\$&');
}
