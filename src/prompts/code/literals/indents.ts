import type { SourceRange } from '../../../protocol/prompt';
import type { LiteralForm } from './literalForms';

interface Line extends SourceRange {
  /** Blanks that it begins with. */
  blanks: number;
  isBlank: boolean;
}

/**
 * The blanks in a literal that are no part of its text, in order.
 *
 * @param slots where other text is put in: a line that begins in one has no indent
 */
export function indentsOf(
  source: string,
  { start, end, indent }: LiteralForm,
  slots: readonly SourceRange[],
): SourceRange[] {
  if (indent === undefined) return [];
  const lines = linesIn(source, { start, end }).filter(
    (line) => !slots.some((slot) => slot.start < line.start && line.start < slot.end),
  );
  const counted = lines.filter(
    (line, at) => !line.isBlank || (indent === 'block' && at === lines.length - 1),
  );
  const width =
    typeof indent === 'object' ? indent.closing.length : Math.min(...counted.map(({ blanks }) => blanks));
  return lines.flatMap((line) => {
    const cut = { start: line.start, end: line.start + Math.min(width, line.blanks) };
    if (indent !== 'block') return cut.end > cut.start ? [cut] : [];
    const behind = { start: line.end - trailing(source, line), end: line.end };
    return [cut, { start: Math.max(cut.end, behind.start), end: behind.end }].filter((r) => r.end > r.start);
  });
}

function linesIn(source: string, { start, end }: SourceRange): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end;) {
    const next = source.indexOf('\n', at);
    const lineEnd = next < 0 || next >= end ? end : next;
    const text = source.slice(at, lineEnd).replace(/\r$/, '');
    const blanks = text.length - text.replace(/^[ \t]+/, '').length;
    lines.push({ start: at, end: at + text.length, blanks, isBlank: blanks === text.length });
    at = lineEnd + 1;
  }
  // A text that ends with its last line end has an empty line behind it, where the closing mark stands.
  if (source[end - 1] === '\n') lines.push({ start: end, end, blanks: 0, isBlank: true });
  return lines;
}

function trailing(source: string, line: Line): number {
  const text = source.slice(line.start, line.end);
  return text.length - text.replace(/[ \t]+$/, '').length;
}
