import { type Turn, turnedWords } from '../decoding/turnedWords';
import type { Vocabulary } from '../lexicon/compile/vocabulary';
import { calls, conditions, handing, modelNouns, nameWords, notes } from './modelName';
import type { Words } from './words';

/** Words that expressions need, so that none is tried on a text, or at a place, that has nothing of what it looks for. */
const lists = {
  /** What may begin words that turn to a model. */
  addressee: [...nameWords, ...calls, ...handing, ...notes, ...conditions],
  /** What models are called. */
  modelName: modelNouns,
  /** Names of programs and functions that decode. */
  decoder:
    words(`base64 base32 base85 xxd openssl b64decode b85decode b32decode a85decode unhexlify fromhex atob decode64
    frombase64string hex powershell pwsh`),
  /** What borders of texts say. */
  end: ['end'],
  /** What calls of tools are written with. */
  call: ['tool', 'function', 'invoke'],
  /** Who speaks in forged turns, and what their headings say. */
  speaker: words('system admin administrator developer root operator assistant'),
  answer: ['response'],
} as const;
export type Trigger = keyof typeof lists | Turn;

const order: readonly Trigger[] = [
  ...(Object.keys(lists) as (keyof typeof lists)[]),
  'ROT13',
  'reversed letters',
];

/** The bit of each group. */
const bits = Object.fromEntries(order.map((trigger, index) => [trigger, 1 << index])) as Record<
  Trigger,
  number
>;

/** The words of each group, in the order of their bits. */
export function triggerGroups({ words }: Vocabulary): readonly (readonly string[])[] {
  const groups: Record<Trigger, readonly string[]> = { ...lists, ...turnedWords(words) };
  return order.map((trigger) => groups[trigger]);
}

/** Whether any word of a group occurs. */
export function hasTrigger(words: Pick<Words, 'triggers'>, trigger: Trigger): boolean {
  return (words.triggers & bits[trigger]) !== 0;
}

/** Whether a word is of a group. */
export function isTrigger(words: Words, index: number, trigger: Trigger): boolean {
  return (words.triggersOf[words.ids[index]!]! & bits[trigger]) !== 0;
}

/** The indexes of the words of a group, in their order. */
export function triggersIn(words: Words, trigger: Trigger): number[] {
  const indexes: number[] = [];
  if (!hasTrigger(words, trigger)) return indexes;
  const bit = bits[trigger];
  const { ids, triggersOf, length } = words;
  for (let i = 0; i < length; i++) if (triggersOf[ids[i]!]! & bit) indexes.push(i);
  return indexes;
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
