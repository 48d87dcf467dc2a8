import type { Hit } from '../hit';
import { calls, conditions, handing, modelName, nameStart, nameWords, notes } from './modelName';
import { isTrigger, triggersIn } from './triggers';
import { textAt, type Words } from './words';

const doing =
  '(?:read|see|seeing|process|pars|summari[sz]|review|handl|scan|index|crawl|writ|rank|evaluat|triag|open|visit|complet|work)\\w*';
const opener = `(?:${[...calls, ...handing].join('|')})`;
/**
 * Ways to turn to a model by name, by the words that they may begin with; each ends where what it is told begins. How
 * each begins is a small expression: the large one behind it takes long to compile, and is only when a text has
 * something that begins so.
 */
const shapes: readonly (readonly [words: readonly string[], start: string, rest: string])[] = [
  // "Assistant, …", "Hey bot: …", "AI shopping helper - …", where a sentence, a line or a bracket begins.
  [
    [...nameWords, ...calls, ...handing],
    `(?<=^|[\\n.!?:;({\\[>"'“\`~*#/-]\\s{0,3})(?:\\[?${opener}[\\]:,]?\\s|@?${nameStart})`,
    `(?:\\[?${opener}[\\]:,]?\\s){0,3}@?${modelName}(?:\\s?[:,–—](?!\\/)|[^\\S\\n][-–—]|!)(?=\\s)`,
  ],
  // "Note to the AI: …", "instructions for LLMs - …", "message to any model working on this: …".
  [
    handing,
    `\\b(?:to|for)\\s`,
    `(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s|whatever\\s|whichever\\s)?(?:user'?s\\s)?${modelName}(?:\\s(?:that|who|which)?\\s?(?:is\\s|are\\s)?${doing}\\s[^.:\\n]{0,50}?)?\\s?(?:[:)]|\\s[-–—])(?=\\s)`,
  ],
  // "Instruction for scheduling assistants, …".
  [
    notes,
    `\\b(?:note|notice|message|instructions?|orders?|word|hint|reminder|memo|ps)\\s(?:to|for)\\s`,
    `\\w+\\s(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s)?${modelName},(?=\\s)`,
  ],
  // "If you are an AI …", "if an LLM reads this …", "if this is read by a bot …".
  [
    conditions,
    `\\b(?:if|when|whenever|should|in case)\\s(?:you(?:'re|’re|\\sare)\\s|this\\s[^.\\n]{0,40}\\sby\\s)?(?:an?\\s|any\\s)${nameStart}`,
    `(?:if|when|whenever|should|in case)\\s(?:you(?:'re|’re|\\sare)\\s|this\\s[^.\\n]{0,40}\\sby\\s)?(?:an?\\s|any\\s)${modelName}`,
  ],
  // "Any model that reads this", "whatever assistant processes this page", "LLMs reading this file".
  [
    nameWords,
    `\\b${nameStart}`,
    `${modelName}\\s(?:that\\s|who\\s|which\\s)?(?:is\\s|are\\s)?${doing}\\s(?:this|the source|it|these)\\b`,
  ],
];
const expressions = shapes.map(
  ([words, start, rest]) => [words, new RegExp(start, 'imy'), new RegExp(rest, 'imy')] as const,
);
type Shapes = typeof expressions;
/** Some shapes by the words that they may begin with. */
function byWord(some: Shapes): ReadonlyMap<string, Shapes> {
  const all = some.flatMap(([words]) => words);
  return new Map(all.map((word) => [word, some.filter(([words]) => words.includes(word))]));
}
/** The first needs the beginning of something, and is the only one that may begin with a sign. */
const withSign = expressions.slice(0, 1);
const atBeginnings = byWord(expressions);
const elsewhere = byWord(expressions.slice(1));

/** A role or a key of a configuration. */
const label = /^(?:assistant|models?|Models?|agents?|Agents?|bots?)\s?:$/;

/** How many words may stand before the name in what turns to a model. */
const REACH = 16;

/** Places where a text turns to a model. Each pattern is bounded, and tried only at words that it may begin with. */
export function readAddressees(content: string, words: Words, names: readonly number[]): Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (const index of beginnings(content, words, names)) {
    const word = words.starts[index]!;
    // "@bot", "[for the assistant]".
    const before = content.charCodeAt(word - 1);
    const opened = before === 0x40 || before === 0x5b ? word - 1 : word;
    const byWord = goesOn(words, index) ? elsewhere : atBeginnings;
    for (let start = Math.max(opened, end); start <= word; start++) {
      const tried = start < word ? withSign : byWord.get(textAt(words, index));
      const found = turnEnd(content, start, tried);
      if (found < 0) continue;
      end = found;
      if (!label.test(content.slice(start, end))) hits.push({ start, end });
      break;
    }
  }
  return hits;
}

/** Where a turn to a model ends that begins at an offset in one of some shapes; -1 where none does. */
function turnEnd(content: string, at: number, tried: Shapes = []): number {
  for (const [, start, rest] of tried) {
    start.lastIndex = at;
    if (!start.test(content)) continue;
    rest.lastIndex = at;
    if (rest.test(content)) return rest.lastIndex;
  }
  return -1;
}

/** Whether a word follows another with nothing but a space between, as most do. */
function goesOn({ text, starts, ends }: Words, index: number): boolean {
  const start = starts[index]!;
  return index > 0 && start - ends[index - 1]! === 1 && text.charCodeAt(start - 1) === 0x20;
}

/** Words that such a place may begin with, a name not far behind them. */
function beginnings(content: string, words: Words, names: readonly number[]): number[] {
  // Looked for by the sign that is rarest in texts.
  if (content.includes('.I.') || content.includes('.i.')) return triggersIn(words, 'addressee');
  const indexes: number[] = [];
  let next = 0;
  for (const name of names) {
    for (next = Math.max(next, name - REACH); next <= name; next++)
      if (isTrigger(words, next, 'addressee')) indexes.push(next);
  }
  return indexes;
}
