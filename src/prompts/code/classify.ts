import type { PlaceKind, Role } from '../../protocol/prompt';
import { roleNamed } from '../speakers';
import { contextOfObject, fieldOf, roleIn, wordsOf, type Context } from './contexts';

/** What a text in a program is said as. */
export interface Spoken {
  role: Role;
  place?: PlaceKind;
}

/** Functions that a prompt is handed to as it is. */
const MODEL_CALLS =
  /^(?:ainvoke|invoke|predict|complete|completion|chat|ask|generate|generate_?content|generate_?text|send_?message|send_?prompt|prompt|from_?template|query_?llm|call_?llm|run_?llm|llm)$/i;
/** What hands a tool to a model. */
const TOOLS = /tool|function|agent|skill|mcp|plugin/i;
/** Those that take its description as it is. */
const TOOL_CALLS =
  /^(?:tool|(?:add|register|create|define|new)_?(?:mcp_?)?tool|with_?description|description)$/i;
const TOOL_FIELDS = /^(?:parameters|input_?schema|args_?schema|handler|execute|properties)$/i;

/** Fields that hold what is said. */
const CONTENT = /^(?:content|contents|text|parts|body|prompt_?text)$/i;
/** Words that names of prompts have. */
const NAMING = new Set([
  'prompt',
  'prompts',
  'instruction',
  'instructions',
  'persona',
  'preamble',
  'backstory',
  'sysprompt',
]);
/** Words that such names and others have. */
const WEAK = new Set([
  'system',
  'template',
  'message',
  'role',
  'goal',
  'task',
  'context',
  'guidelines',
  'rules',
  'sys',
  'developer',
]);
/** Words after which a name means a figure, an address or the like about a prompt. */
const ABOUT = new Set([
  'id',
  'name',
  'path',
  'file',
  'url',
  'type',
  'key',
  'version',
  'token',
  'tokens',
  'label',
  'title',
  'placeholder',
  'dir',
  'length',
  'cost',
]);

const SECOND_PERSON =
  /\b(?:you are (?:an?|the|now)\b|you're an?\b|your (?:task|job|role|goal|mission|purpose|answer|response|output)s?\b|you (?:must|should|will be|can|have to|may|need to)\b|act as\b|(?:respond|reply|answer) (?:with|in|only|to|as)\b)/i;

/** Whether a text reads like what is said to a model: long, and to somebody. */
export function looksLikePrompt(text: string): boolean {
  return text.length >= 80 && wordCount(text) >= 12 && SECOND_PERSON.test(text);
}

function wordCount(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** Whether a text says something, in whatever script: names and keys have no blank. */
function isProse(text: string, words: number): boolean {
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{8}/.test(text)) return true;
  return /\s/.test(text.trim()) && wordCount(text) >= words;
}

/**
 * Who says a text to a model, by its context and how it reads; nothing where it is no part of a prompt.
 *
 * @param text what its author says, without the slots
 */
export function classify(context: Context, text: string): Spoken | undefined {
  const role = context.role ?? roleByObject(context);
  if (role) return CONTENT.test(text) || wordCount(text) === 0 ? undefined : { role };
  const described = descriptionOf(context);
  if (described && isProse(text, 3)) return { role: 'prompt', place: described };
  const { key, callee } = context;
  if (callee !== undefined) {
    const spoken = roleByName(wordsOf(callee), text, 'call');
    if (spoken) return { role: spoken };
    if (MODEL_CALLS.test(callee) && isProse(text, 4)) return { role: 'user' };
  }
  if (key !== undefined) {
    const isSaid = isBesideModel(context);
    if (isSaid && key === 'prompt') return { role: 'user' };
    const spoken = roleByName(wordsOf(key), text, isSaid ? 'call' : 'name');
    if (spoken) return { role: spoken };
  }
  return looksLikePrompt(text) ? { role: 'prompt' } : undefined;
}

/** `{role: "system", content: "…"}`, `SystemMessage(content="…")`, and the parts of such a content. */
function roleByObject({ key, owner, callee }: Context, depth = 0): Role | undefined {
  if (key === undefined || !CONTENT.test(key) || !owner || depth > 3) return undefined;
  const beside = fieldOf(owner, /^(?:role|author)$/i);
  const role = beside && roleIn(beside);
  if (role) return role;
  const around = contextOfObject(owner);
  const named = around.callee ?? callee;
  const byClass = named === undefined ? undefined : messageRole(wordsOf(named));
  return byClass ?? around.role ?? roleByObject(around, depth + 1);
}

/** `SystemMessage`, `HumanMessagePromptTemplate`, `UserChatMessage`, `addSystemMessage`, and `system` alone. */
function messageRole(words: readonly string[]): Role | undefined {
  const named = words.find((word) => roleNamed(word) !== null);
  if (named === undefined) return undefined;
  if (!words.includes('message') && (words.length > 1 || !/^(?:system|user|assistant)$/.test(named)))
    return undefined;
  return roleNamed(named)!;
}

/** What a name says of its text. A call's own name is surer than that of a variable. */
function roleByName(words: readonly string[], text: string, of: 'call' | 'name'): Role | undefined {
  if (words.length === 0 || ABOUT.has(words.at(-1)!)) return undefined;
  const message = of === 'call' ? messageRole(words) : undefined;
  if (message && isProse(text, 2)) return message;
  const isNamed =
    words.some((word) => NAMING.has(word)) || (words.includes('system') && words.includes('message'));
  const isWeak = words.some((word) => WEAK.has(word));
  if (!(isNamed && isProse(text, 4)) && !(isWeak && isProse(text, 8) && SECOND_PERSON.test(text)))
    return undefined;
  if (words.includes('user') || words.includes('human')) return 'user';
  const isSystem = words.some((word) =>
    /^(?:system|instructions?|persona|preamble|developer|sys|backstory|sysprompt)$/.test(word),
  );
  return isSystem ? 'system' : 'prompt';
}

/** Whether a field stands beside those of a call of a model. */
function isBesideModel({ key, owner }: Context): boolean {
  if (owner === undefined) return false;
  const names = /^(?:model|messages|max_?(?:output_?)?tokens|temperature)$/i;
  return (
    fieldOf(owner, names) !== undefined || (key === 'system' && fieldOf(owner, /^prompt$/) !== undefined)
  );
}

/** Whether a text describes a tool or a parameter of one to a model. */
function descriptionOf({ key, callee, owner }: Context): PlaceKind | undefined {
  if (callee === 'describe') return 'parameter';
  if (key === undefined && callee !== undefined && TOOL_CALLS.test(callee)) return 'description';
  if (key !== 'description' || !owner) return undefined;
  if (fieldOf(owner, TOOL_FIELDS)) return 'description';
  const around = contextOfObject(owner);
  if (around.callee !== undefined) {
    if (/^(?:Field|Param|Query)$/.test(around.callee)) return 'parameter';
    if (TOOLS.test(around.callee)) return 'description';
  }
  if (around.key !== undefined && TOOLS.test(around.key)) return 'description';
  return isParameter(around) ? 'parameter' : undefined;
}

function isParameter({ owner }: Context): boolean {
  return owner !== undefined && contextOfObject(owner).key === 'properties';
}
