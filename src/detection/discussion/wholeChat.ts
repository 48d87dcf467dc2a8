import { roleNamed } from '../../prompts/speakers';
import type { Hit } from '../hit';
import type { Reading } from '../reading/readText';

/** What begins a turn, and who speaks there: by a header that names the role, by a sign, or as a message of JSON. */
const opener =
  /<\|(?:im_start|start_header_id|start|start_of_role)\|>\s?(\w{1,20})|<start_of_turn>\s?(\w{1,20})|<[|｜](system|user|assistant)[|｜]>|(\[\/?INST\])|"role"\s{0,2}:\s{0,2}"(\w{1,20})"|(?<=^|>)(User|Human|Assistant):/gim;
const signs: ReadonlyMap<string, string> = new Map([
  ['[INST]', 'user'],
  ['[/INST]', 'assistant'],
]);
/** What may stand before the first turn: tokens that begin a text, brackets of a list of messages. */
const prelude =
  /^(?:\s|<s>|<bos>|\[gMASK\]|<sop>|<[|｜](?:begin_?of_?text|startoftext|begin_?of_?sentence)[|｜]>|[[{])*$/i;
/** Words that say what a sample shows. */
const announces =
  /\b(?:templates?|formats?|formatted|conversations?|chats?|turns?|tokens?|dialog(?:ue)?s?|messages?|syntax|looks? like|tags)\b/i;

/** How much of a sample, and of what stands above it, is read; UTF-16 code units. */
const REACH = 8_000;
const ABOVE = 300;

/**
 * Whether a match stands in a sample that shows how a chat is written: it is announced, it is a chat from its first sign
 * on, and a user and an assistant take turns there in that order, a system speaking first or not at all.
 */
export function isInWholeChat({ folded, fences }: Pick<Reading, 'folded' | 'fences'>, hit: Hit): boolean {
  if (!fences.inSample(hit.start)) return false;
  const before = folded.slice(Math.max(0, hit.start - REACH), hit.start);
  const fence = Math.max(before.lastIndexOf('```'), before.lastIndexOf('~~~'));
  const line = before.indexOf('\n', fence);
  if (fence < 0 || line < 0) return false;
  const start = hit.start - before.length + line + 1;
  const after = folded.slice(start, start + REACH);
  const end = after.search(/^[ \t]{0,8}(?:```|~~~)/m);
  if (end < 0 || start + end < hit.end) return false;
  return announces.test(before.slice(Math.max(0, fence - ABOVE), fence)) && isWholeChat(after.slice(0, end));
}

/** Whether a text is nothing but a chat, from its first turn on. */
function isWholeChat(text: string): boolean {
  const turns = [...text.matchAll(opener)];
  if (!prelude.test(text.slice(0, turns[0]?.index))) return false;
  const roles = turns.map(([, ...named]) => {
    const name = named.find((group) => group !== undefined)!;
    return signs.get(name.toUpperCase()) ?? roleNamed(name.toLowerCase());
  });
  const asked = roles.indexOf('user');
  return roles.lastIndexOf('system') <= 0 && asked >= 0 && roles.indexOf('assistant', asked) > asked;
}
