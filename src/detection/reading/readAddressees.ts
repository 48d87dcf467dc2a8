import type { Hit } from '../hit';
import { modelName } from './modelName';

const doing =
  '(?:read|see|seeing|process|pars|summari[sz]|review|handl|scan|index|crawl|writ|rank|evaluat|triag|open|visit|complet|work)\\w*';

/** Ways to turn to a model by name; each ends where what it is told begins. */
const shapes: readonly string[] = [
  // "Assistant, …", "Hey bot: …", "AI shopping helper - …", where a sentence, a line or a bracket begins.
  `(?<=^|[\\n.!?:;({\\[>"'“\`~*#/-]\\s{0,3})(?:\\[?(?:hidden|for|to|only|attention|important|hey|hi|hello|dear|ok|okay|all|any|you)[\\]:,]?\\s){0,3}@?${modelName}(?:\\s?[:,–—](?!\\/)|\\s[-–—]|!)(?=\\s)`,
  // "Note to the AI: …", "instructions for LLMs - …", "message to any model working on this: …".
  `\\b(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s|whatever\\s|whichever\\s)?(?:user'?s\\s)?${modelName}(?:\\s(?:that|who|which)?\\s?(?:is\\s|are\\s)?${doing}\\s[^.:\\n]{0,50}?)?\\s?(?:[:)]|\\s[-–—])(?=\\s)`,
  // "Instruction for scheduling assistants, …".
  `\\b(?:note|notice|message|instructions?|orders?|word|hint|reminder|memo|ps)\\s(?:to|for)\\s(?:the\\s|any\\s|all\\s|every\\s)?${modelName},(?=\\s)`,
  // "If you are an AI …", "if an LLM reads this …", "if this is read by a bot …".
  `\\b(?:if|when|whenever|should|in case)\\s(?:you(?:'re|’re|\\sare)\\s|this\\s[^.\\n]{0,40}\\sby\\s)?(?:an?\\s|any\\s)${modelName}`,
  // "Any model that reads this", "whatever assistant processes this page", "LLMs reading this file".
  `\\b${modelName}\\s(?:that\\s|who\\s|which\\s)?(?:is\\s|are\\s)?${doing}\\s(?:this|the source|it|these)\\b`,
];
const addressees = new RegExp(shapes.map((shape) => `(?:${shape})`).join('|'), 'gim');

/** A role or a key of a configuration. */
const label = /^(?:assistant|models?|Models?|agents?|Agents?|bots?)\s?:$/;

/** Places where a text turns to a model. Each pattern is bounded, so that time grows with the text. */
export function readAddressees(content: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of content.matchAll(addressees)) {
    if (!label.test(match[0])) hits.push({ start: match.index, end: match.index + match[0].length });
  }
  return hits;
}
