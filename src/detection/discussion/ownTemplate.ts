import type { Hit } from '../hit';
import { lineAfter, lineBefore } from '../reading/lines';
import type { Reading } from '../reading/readText';

/** What opens a turn in a chat template, and what closes it. */
const turns: readonly (readonly [open: string, close: string])[] = [
  ['[INST]', '[/INST]'],
  ['<<SYS>>', '<</SYS>>'],
  ['<start_of_turn>', '<end_of_turn>'],
  ['<|im_start|>', '<|im_end|>'],
  ['<|start_header_id|>', '<|eot_id|>'],
  ['<|start|>', '<|end|>'],
  ['<|system|>', '<|end|>'],
  ['<|user|>', '<|end|>'],
];

/** Longest turn that is looked through for a slot, UTF-16 code units. */
const REACH = 8_000;

/** A place that a program fills: `{{ name }}`, `{% if %}`, `${name}`, `{name}`, `{m['role']}`. */
const slot = /\{\{|\{%|\$\{\w|\{[a-z_]\w{0,40}(?:\.\w{1,40}|\[['"]?\w{1,40}['"]?\])?\}/i;
const chatToken = /^(?:<[|｜]|<<\/?SYS>>|<\/?(?:start|end)_of_turn>|\[\/?INST\]|\[[A-Z]+_[A-Z]+\])/;
/** What begins somebody's turn: in program code only tokens other than these are harmless. */
const opensTurn =
  /\[INST\]|<<SYS>>|<start_of_turn>|<[|｜](?:im_start|start|start_header_id|system|user|assistant|developer)[|｜]>/i;
/** Tokens that begin or end what somebody says; others mark what an author likes, such as `<|COMPLETE|>`. */
const ofTurn =
  /INST|SYS|<\/?s>|system|user|assistant|human|bot\b|model|developer|header|im_(?:start|end)|eo[ts]|eom|end_?of|begin_?of|<[|｜](?:start|end|message|channel|return|call|tool|function)[|｜]/i;
const token = '(?:<[|｜][^|｜\\s]{1,40}[|｜]>|\\[\\/?INST\\]|<<\\/?SYS>>|<\\/?s>)';
const eachToken = new RegExp(token, 'g');
/** A token or a list of them and nothing else, named by the words before. */
const onlyTokens = new RegExp(`^${token}(?:[\\s'"\`]{0,4}(?:and|or|,|/)[\\s'"\`]{0,4}${token}){0,8}$`);
const naming =
  /(?<![a-z])(?:(?:marked )?(?:by|within|from) the|with|as|like|into|between|tokens?|delimiters?|separators?|markers?|tags?|called|emits?|until|such as|including|tokens?_to_ids?)\s{0,2}[('"`]{0,2}(?:<s>)?$/i;
/** Where a program stops reading: a list of tokens. */
const stops = /\b(?:stop|eos|bos|special)\w{0,20}['"]?\s?[:=]\s?[[(]?\s{0,8}['"]?$/i;

/** An element of an XML document: indented, after another one. */
const inDocument = /(?:<\/[\w-]{1,40}|--|]])>\s{1,20}\n[ \t]{2,40}$|(?:<\/[\w-]{1,40}|--|]])>\n[ \t]{2,40}$/;

/**
 * Whether chat-template tokens or tool calls are the author's own: a turn with slots in it, a token that is
 * named, a call in a document of samples.
 */
export function isOwnTemplate({ folded, fences }: Reading, { start, end }: Hit): boolean {
  const text = folded.slice(start, end);
  if (text.startsWith('<tool_use>')) return inDocument.test(folded.slice(Math.max(0, start - 120), start));
  if (/^"(?:tool_calls|function_call)"/.test(text)) return isRecorded(folded, start);
  if (!chatToken.test(text)) return false;
  if (stops.test(lineBefore(folded, start)) && !text.includes('\n')) return true;
  if (fences.inProgram(start) && !opensTurn.test(text)) return true;
  if (onlyTokens.test(text) && (naming.test(lineBefore(folded, start)) || saysNothing(folded))) return true;
  if (slot.test(text) || hasOwnMeaning(text)) return true;
  if (areShown({ folded, fences }, { start, end })) return true;
  if (opensTemplate(folded, start)) return true;
  for (const [open, close] of turns) {
    if (text.startsWith(open)) {
      const turn = folded.slice(start, start + REACH);
      const closed = turn.indexOf(close);
      if (closed >= 0 && slot.test(turn.slice(0, closed))) return true;
    }
    if (text.startsWith(close)) {
      const turn = folded.slice(Math.max(0, start - REACH), start);
      const opened = turn.lastIndexOf(open);
      if (opened >= 0 && slot.test(turn.slice(opened))) return true;
    }
  }
  return false;
}

/** Whether the tokens of a text are all of an author's own making, such as `<|COMPLETE|>`. */
function hasOwnMeaning(text: string): boolean {
  const tokens = text.match(eachToken);
  return tokens !== null && !tokens.some((name) => ofTurn.test(name));
}

/** Whether a text is nothing but tokens, as a program puts them around what it sends, or looks for them. */
function saysNothing(folded: string): boolean {
  return folded.length < REACH && !/[\p{L}\p{N}]/u.test(folded.replace(eachToken, ''));
}

/** Whether a text begins with a token and has slots: a prompt written out in the template of a model. */
function opensTemplate(folded: string, start: number): boolean {
  return folded.slice(0, start).trim() === '' && slot.test(folded.slice(start, start + REACH));
}

/** What stands before the calls of a message in a recorded conversation, and what other messages of it say. */
const ofAssistant = /"role"\s{0,4}:\s{0,4}"assistant"[^{}]{0,400}$/;
const otherMessage = /"role"\s{0,4}:\s{0,4}"(?:user|system|tool|developer)"|"finish_reason"|"choices"/;

/** Whether calls stand in a conversation that was written down whole, as a test or a manual shows it. */
function isRecorded(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  return ofAssistant.test(before.slice(-800)) && otherMessage.test(before);
}

/**
 * Whether a text tells of chat templates: some tokens stand in backticks, and all others there too, in a fenced sample,
 * or behind words that name them.
 */
function areShown({ folded, fences }: Pick<Reading, 'folded' | 'fences'>, { start, end }: Hit): boolean {
  const tokens = Array.from(folded.slice(start, end).matchAll(eachToken), ({ 0: found, index }) => ({
    at: start + index,
    end: start + index + found.length,
  }));
  const bare = tokens.filter(({ at, end: behind }) => !isInBackticks(folded, at, behind));
  if (bare.length === tokens.length) return false;
  const [first, ...others] = bare.filter(({ at }) => !fences.inSample(at));
  if (!first) return true;
  const last = others.at(-1) ?? first;
  return onlyTokens.test(folded.slice(first.at, last.end)) && naming.test(lineBefore(folded, first.at));
}

function isInBackticks(folded: string, start: number, end: number): boolean {
  return lineBefore(folded, start).split('`').length % 2 === 0 && lineAfter(folded, end).includes('`');
}
