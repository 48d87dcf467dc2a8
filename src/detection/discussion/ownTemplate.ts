import type { Hit } from '../hit';
import { lineAfter, lineBefore } from '../reading/lines';
import type { Reading } from '../reading/readText';
import { isInWholeChat } from './wholeChat';

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
/** Where the first token of a template stands at most. */
const BEGINNING = 40;

/** A place that a program fills: `{{ name }}`, `{% if %}`, `${name}`, `{name}`, `{m['role']}`. */
const slot =
  /\{\{|\{%|\$\{\w|\{[a-z_]\w{0,40}(?:\.\w{1,40}|\[['"]?\w{1,40}['"]?\]|\([^(){}\n]{0,40}\)){0,4}\}/i;
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

/** What stands before the name of a role in a list of messages. */
const ofRole = /"role"\s{0,2}:\s{0,2}"$/;

/** An element of an XML document: indented, after another one. */
const inDocument = /(?:<\/[\w-]{1,40}|--|]])>\s{1,20}\n[ \t]{2,40}$|(?:<\/[\w-]{1,40}|--|]])>\n[ \t]{2,40}$/;

/** Tells whether a match is an author's own template in one way. */
type Own = (reading: Reading, hit: Hit, text: string) => boolean;

/** As what calls of tools are an author's own. */
const ownCalls = {
  'an element of a document of samples': ({ folded }, { start }, text) =>
    text.startsWith('<tool_use>') && inDocument.test(folded.slice(Math.max(0, start - 120), start)),
  'a conversation written down': ({ folded }, { start }, text) =>
    /^"(?:tool_calls|function_call)"/.test(text) && isRecorded(folded, start),
  'a message of a chat that is shown whole': (reading, hit, text) =>
    /^\s*\{\s*"role"/.test(text) && isInWholeChat(reading, hit),
} satisfies Record<string, Own>;

/** As what chat tokens are an author's own, those first that are quickest told. */
const ownTokens = {
  'where a program stops': ({ folded }, { start }, text) =>
    stops.test(lineBefore(folded, start)) && !text.includes('\n'),
  'in a program': ({ fences }, { start }, text) => fences.inProgram(start) && !opensTurn.test(text),
  named: ({ folded }, { start }, text) => onlyTokens.test(text) && naming.test(lineBefore(folded, start)),
  'around what a program sends': ({ folded }, _, text) => onlyTokens.test(text) && saysNothing(folded),
  'around a slot': (_, __, text) => slot.test(text),
  'of a meaning of their own': (_, __, text) => hasOwnMeaning(text),
  'shown as code': (reading, hit) => areShown(reading, hit),
  'at the start of a template': ({ folded }, { start }) => opensTemplate(folded, start),
  'of a chat that is shown whole': (reading, hit) => isInWholeChat(reading, hit),
  'names of roles': ({ folded }, hit) => areRoles(folded, hit),
  'of a turn with a slot': ({ folded }, hit, text) => isTurnWithSlot(folded, hit, text),
} satisfies Record<string, Own>;

export type OwnTemplate = keyof typeof ownCalls | keyof typeof ownTokens;

const kindsOf = (table: Readonly<Record<string, Own>>) => Object.entries(table) as [OwnTemplate, Own][];
const calls = kindsOf(ownCalls);
const tokens = kindsOf(ownTokens);
export const ownTemplates: readonly OwnTemplate[] = [...calls, ...tokens].map(([kind]) => kind);

/** As what chat-template tokens or tool calls are the author's own; nothing where they may be somebody else's. */
export function ownTemplate(reading: Reading, hit: Hit): OwnTemplate | undefined {
  const text = reading.folded.slice(hit.start, hit.end);
  const kinds = chatToken.test(text) ? tokens : calls;
  return kinds.find(([, holds]) => holds(reading, hit, text))?.[0];
}

/** Whether a token begins or ends a turn in which a slot stands. */
function isTurnWithSlot(folded: string, { start }: Hit, text: string): boolean {
  return turns.some(([open, close]) => {
    if (text.startsWith(open)) {
      const turn = folded.slice(start, start + REACH);
      const closed = turn.indexOf(close);
      if (closed >= 0 && slot.test(turn.slice(0, closed))) return true;
    }
    if (!text.startsWith(close)) return false;
    const turn = folded.slice(Math.max(0, start - REACH), start);
    const opened = turn.lastIndexOf(open);
    return opened >= 0 && slot.test(turn.slice(opened));
  });
}

/** Whether tokens stand for the roles of a list of messages. */
function areRoles(folded: string, hit: Hit): boolean {
  const found = tokensIn(folded, hit);
  return found.length > 0 && found.every(({ start }) => ofRole.test(lineBefore(folded, start)));
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

/** What may stand before the first token of a template. */
const begins = /^\s*(?:<s>|<bos>)?\s*$/;

/** Whether a text begins with a token and has slots: a prompt written out in the template of a model. */
function opensTemplate(folded: string, start: number): boolean {
  return (
    start < BEGINNING && begins.test(folded.slice(0, start)) && slot.test(folded.slice(start, start + REACH))
  );
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
  const found = tokensIn(folded, { start, end });
  const bare = found.filter((each) => !isInBackticks(folded, each.start, each.end));
  if (bare.length === found.length) return false;
  const [first, ...others] = bare.filter((each) => !fences.inSample(each.start));
  if (!first) return true;
  const last = others.at(-1) ?? first;
  return onlyTokens.test(folded.slice(first.start, last.end)) && naming.test(lineBefore(folded, first.start));
}

function tokensIn(folded: string, { start, end }: Hit): Hit[] {
  return Array.from(folded.slice(start, end).matchAll(eachToken), ({ 0: token, index }) => ({
    start: start + index,
    end: start + index + token.length,
  }));
}

function isInBackticks(folded: string, start: number, end: number): boolean {
  return lineBefore(folded, start).split('`').length % 2 === 0 && lineAfter(folded, end).includes('`');
}
