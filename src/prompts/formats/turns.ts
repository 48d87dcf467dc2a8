import type { Segment } from '../../protocol/prompt';
import { roleNamed, spoken } from '../speakers';
import { verbatim } from '../writtenText';

/** A markup in which each turn has a header that names the role, and an end marker. */
export interface TurnMarkup {
  /** What may stand before the first turn, e.g. the beginning-of-text token. */
  prelude: RegExp;
  /** Header of a turn up to its content; group 1 names the role. Sticky. */
  header: RegExp;
  /** End of a turn. Global. */
  end: RegExp;
}

/**
 * Reads a text that is nothing but turns of a markup, or `null`. An end marker counts only where
 * another header or the end of the text follows; elsewhere it is a mention inside the content.
 * The last turn may be open where the assistant speaks: a generation prompt or the start of an answer.
 */
export function readTurns(text: string, markup: TurnMarkup): Segment[] | null {
  const segments: Segment[] = [];
  let turn = headerAt(text, skipSpace(text, matchEnd(markup.prelude, text, skipSpace(text, 0))), markup);
  while (turn) {
    const role = roleNamed(turn.role);
    if (role === null) return null;
    const close = closeOf(text, turn.contentStart, markup);
    if (close === null) {
      if (role !== 'assistant') return null;
      if (text.slice(turn.contentStart).trim() !== '') {
        segments.push(spoken(role, verbatim(text, turn.contentStart, text.length)));
      }
      break;
    }
    segments.push(spoken(role, verbatim(text, turn.contentStart, close.contentEnd)));
    turn = close.next;
  }
  return segments.length > 0 ? segments : null;
}

interface Header {
  role: string;
  contentStart: number;
}

function headerAt(text: string, offset: number, { header }: TurnMarkup): Header | null {
  header.lastIndex = offset;
  const match = header.exec(text);
  return match ? { role: match[1]!, contentStart: header.lastIndex } : null;
}

function closeOf(
  text: string,
  contentStart: number,
  markup: TurnMarkup,
): { contentEnd: number; next: Header | null } | null {
  const end = new RegExp(markup.end);
  end.lastIndex = contentStart;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    const after = skipSpace(text, end.lastIndex);
    const next = headerAt(text, after, markup);
    if (next || after === text.length) return { contentEnd: match.index, next };
  }
  return null;
}

/** The offset after white space. */
export function skipSpace(text: string, offset: number): number {
  return matchEnd(/\s*/y, text, offset);
}

/** The offset after what a sticky expression matches at `offset`; `offset` itself where it does not match. */
export function matchEnd(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : offset;
}
