import type { Hit } from '../hit';
import { modelName, nameStart } from './modelName';
import { isTrigger, triggersIn } from './triggers';
import type { Words } from './words';

const doing =
  '(?:read|see|seeing|process|pars|summari[sz]|review|handl|scan|index|crawl|writ|rank|evaluat|triag|open|visit|complet|work)\\w*';

const opener = '(?:hidden|for|to|only|attention|important|hey|hi|hello|dear|ok|okay|all|any|you)';
/**
 * Ways to turn to a model by name; each ends where what it is told begins. How each begins is a small expression: the
 * large one behind it takes long to compile, and is only when a text has something that begins so.
 */
const shapes: readonly (readonly [start: string, rest: string])[] = [
  // "Assistant, …", "Hey bot: …", "AI shopping helper - …", where a sentence, a line or a bracket begins.
  [
    `(?<=^|[\\n.!?:;({\\[>"'“\`~*#/-]\\s{0,3})(?:\\[?${opener}[\\]:,]?\\s|@?${nameStart})`,
    `(?:\\[?${opener}[\\]:,]?\\s){0,3}@?${modelName}(?:\\s?[:,–—](?!\\/)|[^\\S\\n][-–—]|!)(?=\\s)`,
  ],
  // "Note to the AI: …", "instructions for LLMs - …", "message to any model working on this: …".
  [
    `\\b(?:to|for)\\s`,
    `(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s|whatever\\s|whichever\\s)?(?:user'?s\\s)?${modelName}(?:\\s(?:that|who|which)?\\s?(?:is\\s|are\\s)?${doing}\\s[^.:\\n]{0,50}?)?\\s?(?:[:)]|\\s[-–—])(?=\\s)`,
  ],
  // "Instruction for scheduling assistants, …".
  [
    `\\b(?:note|notice|message|instructions?|orders?|word|hint|reminder|memo|ps)\\s(?:to|for)\\s`,
    `\\w+\\s(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s)?${modelName},(?=\\s)`,
  ],
  // "If you are an AI …", "if an LLM reads this …", "if this is read by a bot …".
  [
    `\\b(?:if|when|whenever|should|in case)\\s(?:you(?:'re|’re|\\sare)\\s|this\\s[^.\\n]{0,40}\\sby\\s)?(?:an?\\s|any\\s)${nameStart}`,
    `(?:if|when|whenever|should|in case)\\s(?:you(?:'re|’re|\\sare)\\s|this\\s[^.\\n]{0,40}\\sby\\s)?(?:an?\\s|any\\s)${modelName}`,
  ],
  // "Any model that reads this", "whatever assistant processes this page", "LLMs reading this file".
  [
    `\\b${nameStart}`,
    `${modelName}\\s(?:that\\s|who\\s|which\\s)?(?:is\\s|are\\s)?${doing}\\s(?:this|the source|it|these)\\b`,
  ],
];
const expressions = shapes.map(
  ([start, rest]) => [new RegExp(start, 'imy'), new RegExp(rest, 'imy')] as const,
);

/** Any of the beginnings. */
const anyStart = new RegExp(shapes.map(([start]) => `(?:${start})`).join('|'), 'imy');

/** A role or a key of a configuration. */
const label = /^(?:assistant|models?|Models?|agents?|Agents?|bots?)\s?:$/;

/** How many words may stand before the name in what turns to a model. */
const REACH = 16;

/** Places where a text turns to a model. Each pattern is bounded, and tried only at words that it may begin with. */
export function readAddressees(content: string, words: Words): Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (const index of beginnings(content, words)) {
    const word = words.starts[index]!;
    // "@bot", "[for the assistant]".
    const opened = /[@[]/.test(content[word - 1] ?? '') ? word - 1 : word;
    for (let start = Math.max(opened, end); start <= word; start++) {
      const found = turnEnd(content, start);
      if (found < 0) continue;
      end = found;
      if (!label.test(content.slice(start, end))) hits.push({ start, end });
      break;
    }
  }
  return hits;
}

/** Where a turn to a model ends that begins at an offset; -1 where none does. */
function turnEnd(content: string, at: number): number {
  anyStart.lastIndex = at;
  if (!anyStart.test(content)) return -1;
  for (const [start, rest] of expressions) {
    start.lastIndex = at;
    if (!start.test(content)) continue;
    rest.lastIndex = at;
    if (rest.test(content)) return rest.lastIndex;
  }
  return -1;
}

/** Words that such a place may begin with, a name not far behind them. */
function beginnings(content: string, words: Words): number[] {
  if (content.includes('A.I.') || content.includes('a.i.')) return triggersIn(words, 'addressee');
  const indexes: number[] = [];
  let next = 0;
  for (const name of triggersIn(words, 'modelName')) {
    for (next = Math.max(next, name - REACH); next <= name; next++)
      if (isTrigger(words, next, 'addressee')) indexes.push(next);
  }
  return indexes;
}
