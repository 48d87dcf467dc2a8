import type { Segment } from '../../protocol/prompt';
import { messagesIn } from '../../protocol/text/messages';
import type { Match } from '../createFindings';
import { bareInput } from '../rules/trust/bareInput';

/** Last words of names that stand for text of others. */
const OTHERS = new Set(
  (
    'input inputs query question text texts document documents doc docs content contents context message messages body ' +
    'email mail page html article transcript history conversation comment comments review reviews ticket issue diff ' +
    'passage passages chunk chunks snippet snippets result results output response answer data user request utterance'
  ).split(' '),
);

/** How far around a slot its borders are looked for, UTF-16 code units. */
const REACH = 4000;

/** Slots for text of others that stand in a message of their author's without a border. */
export function bareInputs(segments: readonly Segment[]): Match[] {
  return messagesIn(segments).flatMap((indexes) => {
    const message = indexes.map((index) => segments[index]!);
    return message.flatMap((slot, at): Match[] => {
      if (slot.role !== 'input' || !isOfOthers(slot.content)) return [];
      const before = said(message.slice(0, at)).slice(-REACH);
      const behind = said(message.slice(at + 1)).slice(0, REACH);
      if (isBordered(before, behind)) return [];
      const { start, end } = slot;
      return [{ rule: bareInput, severity: bareInput.severity.untrusted!, segment: slot, start, end }];
    });
  });
}

const said = (segments: readonly Segment[]): string => segments.map(({ content }) => content).join('');

/** `user_input`, `docs.join("\n")`, `req.body.text`: constants in capitals are the author's. */
function isOfOthers(slot: string): boolean {
  const names = slot.match(/[A-Za-z_]\w*/g) ?? [];
  return names.some((name) => {
    if (/^[A-Z\d_]+$/.test(name)) return false;
    const words = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
    return OTHERS.has(words.at(-1)?.toLowerCase() ?? '');
  });
}

const FENCE = /```|~~~|"""|'''/g;
/** A line that begins or ends something. */
const RULE = /^[ \t]*(?:[-=*_#]{3,}.*|[^\w\n]{0,20}(?:BEGIN|START|END)\b.*)$/im;
const QUOTES = ['""', "''", '``', '“”', '«»', '「」'];

/** Whether something tells where a slot begins and ends: tags, a fence, lines of signs, quotation marks. */
function isBordered(before: string, behind: string): boolean {
  const [last, next] = [before.at(-1) ?? '', behind[0] ?? ''];
  if (QUOTES.includes(last + next)) return true;
  if ((before.match(FENCE) ?? []).length % 2 === 1 && FENCE_ONCE.test(behind)) return true;
  if (RULE.test(before) && RULE.test(behind)) return true;
  const opened = [...before.matchAll(/<(\/?)([A-Za-z][\w-]{0,40})(?:\s[^<>]{0,200})?>/g)];
  const open: string[] = [];
  for (const [, isEnd, name] of opened) {
    if (!isEnd) open.push(name!);
    else if (open.includes(name!)) open.length = open.lastIndexOf(name!);
  }
  return open.some((name) => behind.includes(`</${name}>`));
}

const FENCE_ONCE = new RegExp(FENCE.source);
