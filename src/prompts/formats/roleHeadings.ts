import type { Segment } from '../../protocol/prompt';
import { roleNamed, spoken } from '../speakers';
import { verbatim } from '../writtenText';

/** Front matter between lines of three hyphens. */
const FRONT = /^\ufeff?---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/;

/** `system:` on a line of its own (https://www.prompty.ai/docs/prompty-file-spec). */
export const PROMPTY =
  /^[ \t]*#?[ \t]*(system|developer|user|assistant|tool|function)[ \t]*(?:\[[^\]\n]*\])?[ \t]*:[ \t]*\r?$\n?/gim;
/** `{{role "system"}}` (https://google.github.io/dotprompt/reference/template). */
export const DOTPROMPT = /\{\{\s*role\s+["'](system|user|model|tool)["']\s*\}\}[ \t]*\r?\n?/g;

/** What a file says in turns with headings, and its front matter, which no model is fed. */
export interface HeadedTurns {
  turns: Segment[];
  front: Segment | null;
}

/**
 * Reads turns that begin with a heading of their role. What stands before the first is said as `first`.
 *
 * @returns `null` where there is no heading
 */
export function readRoleHeadings(
  text: string,
  heading: RegExp,
  first: 'system' | 'user',
): HeadedTurns | null {
  const front = FRONT.exec(text)?.[0] ?? '';
  const headings = [...text.matchAll(heading)].filter(({ index }) => index >= front.length);
  if (headings.length === 0) return null;
  const turns: Segment[] = [];
  const say = (role: Segment['role'], start: number, end: number): void => {
    const said = text.slice(start, end);
    if (said.trim() === '') return;
    const from = start + said.length - said.trimStart().length;
    turns.push(spoken(role, verbatim(text, from, start + said.trimEnd().length)));
  };
  say(first, front.length, headings[0]!.index);
  for (const [at, { 0: mark, 1: name, index }] of headings.entries())
    say(roleNamed(name!.toLowerCase())!, index + mark.length, headings[at + 1]?.index ?? text.length);
  return {
    turns,
    front: front === '' ? null : spoken('prompt', verbatim(text, 0, front.length)),
  };
}
