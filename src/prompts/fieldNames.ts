import type { Speaker } from './speakers';

/** What a string of a document is there for: to be said to a model by somebody, or as an input of a test. */
export type FieldUse = Speaker | 'prompt' | 'sample';

/** A field of JSON, YAML or TOML whose value is said to a model. */
export interface FieldName {
  /** Its name, a blank between two words: `systemPrompt`, `system_prompt` and `system-prompt` are one. */
  words: string;
  use: FieldUse;
  /**
   * What makes a file of any name one with prompts: the field by itself, where only prompts are called so, or with a text
   * of several lines in TOML. By others no file is known.
   */
  tells?: 'alone' | 'as long text';
}

/** All of them. */
export const fieldNames: readonly FieldName[] = [
  { words: 'system', use: 'system', tells: 'as long text' },
  { words: 'system prompt', use: 'system', tells: 'alone' },
  { words: 'system message', use: 'system', tells: 'alone' },
  { words: 'system instruction', use: 'system', tells: 'alone' },
  { words: 'system instructions', use: 'system', tells: 'alone' },
  { words: 'instructions', use: 'system', tells: 'as long text' },
  // https://developers.openai.com/codex/config-reference
  { words: 'developer instructions', use: 'system', tells: 'alone' },
  // https://docs.roocode.com/features/custom-modes
  { words: 'role definition', use: 'system', tells: 'alone' },
  { words: 'custom instructions', use: 'system', tells: 'alone' },
  // https://docs.crewai.com/concepts/agents
  { words: 'backstory', use: 'system' },
  // https://github.com/lobehub/lobe-chat-agents
  { words: 'system role', use: 'system', tells: 'alone' },
  { words: 'prompt', use: 'user', tells: 'as long text' },
  { words: 'user prompt', use: 'user' },
  // https://docs.n8n.io/integrations/builtin/cluster-nodes/root-nodes/n8n-nodes-langchain.agent/tools-agent/
  { words: 'system prompt template', use: 'system', tells: 'alone' },
  // https://docs.flowiseai.com/integrations/langchain/prompts/chat-prompt-template
  { words: 'system message prompt', use: 'system', tells: 'alone' },
  { words: 'human message prompt', use: 'user', tells: 'alone' },
  { words: 'human message', use: 'user', tells: 'alone' },
  // https://docs.dify.ai/en/guides/application-orchestrate/creating-an-application
  { words: 'pre prompt', use: 'system', tells: 'alone' },
  { words: 'query prompt template', use: 'user', tells: 'alone' },
  { words: 'template', use: 'prompt' },
  { words: 'prompt template', use: 'prompt', tells: 'alone' },
  { words: 'rubric prompt', use: 'prompt' },
];

/** Names that stand beside prompts only, and are none themselves. */
const besidePrompts = ['prompt type', 'template format'];

/** A name without what parts its words, as it is looked up. */
const plainName = (name: string): string => name.toLowerCase().replace(/[ _-]/g, '');

const uses: ReadonlyMap<string, FieldUse> = new Map(
  fieldNames.map(({ words, use }) => [plainName(words), use]),
);

/** What a field is there for by its name. */
export const useOfField = (name: string): FieldUse | undefined => uses.get(plainName(name));

/** An alternative for each name, in any way of writing it. */
const anyOf = (names: readonly string[]): string =>
  names.map((words) => words.replaceAll(' ', '[_-]?')).join('|');

const told = (by: FieldName['tells']): string[] =>
  fieldNames.filter(({ tells }) => tells === by).map(({ words }) => words);

/** Whether a document may have a field that is said to a model: by its name, by a role beside it, in a list of prompts. */
export const mayHaveFields = new RegExp(
  `(?:${anyOf([...fieldNames.map(({ words }) => words), ...besidePrompts, 'prompts'])}|\\brole)["']?\\s*[:=]`,
  'i',
);

/** A field that only prompts have, and what the values of a TOML file look like that are prompts. */
export const hasFields = new RegExp(
  [
    `(?<![\\w-])(?:${anyOf([...told('alone'), ...besidePrompts])})(?:["']?\\s{0,9}:|\\s{0,9}=\\s{0,9}["'])`,
    `^(?:${anyOf(told('as long text'))})[ \\t]*=[ \\t]*(?:"""|''')`,
  ].join('|'),
  'im',
);
