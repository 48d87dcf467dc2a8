import type { PromptSource } from '../readPrompt';

/** Grammars of `@vscode/tree-sitter-wasm`, those that are packed with the extension. */
export const grammars = [
  'typescript',
  'tsx',
  'python',
  'go',
  'java',
  'c-sharp',
  'rust',
  'ruby',
  'php',
] as const;
export type Grammar = (typeof grammars)[number];

/** Grammars by how a file's name ends. That of TSX reads JavaScript too, with and without elements. */
const byEnding: ReadonlyMap<string, Grammar> = new Map([
  ['ts', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['tsx', 'tsx'],
  ['js', 'tsx'],
  ['jsx', 'tsx'],
  ['mjs', 'tsx'],
  ['cjs', 'tsx'],
  ['py', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['cs', 'c-sharp'],
  ['rs', 'rust'],
  ['rb', 'ruby'],
  ['php', 'php'],
]);

/** The same by what VS Code calls the language. */
const byLanguage: ReadonlyMap<string, Grammar> = new Map([
  ['typescript', 'typescript'],
  ['typescriptreact', 'tsx'],
  ['javascript', 'tsx'],
  ['javascriptreact', 'tsx'],
  ['python', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['csharp', 'c-sharp'],
  ['rust', 'rust'],
  ['ruby', 'ruby'],
  ['php', 'php'],
]);

/** The grammar of a text in one of the languages that prompts are looked for in; none for other texts. */
export function grammarOf({ path, languageId }: PromptSource): Grammar | undefined {
  if (languageId !== undefined && languageId !== 'plaintext') return byLanguage.get(languageId);
  const ending = path === undefined ? undefined : /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : byEnding.get(ending);
}

/** Longest program that is read by its grammar, in UTF-16 code units: longer ones are made by machines. */
export const LONGEST_PROGRAM = 1_000_000;

/** What a program says that hands a prompt to a model, or to another program that does. */
const SIGNS =
  /prompt|instruct|persona|preamble|backstory|(?:system|human|user|ai|chat)_?(?:chat_?)?message|\brole\b|\bllm\b|openai|anthropic|gemini|langchain|\bmcp\b|@tool|You are (?:an?|the)\b/i;

/** Whether a program may hold prompts: a cheap look, before it is read by its grammar. */
export function mayHoldPrompts(text: string): boolean {
  return SIGNS.test(text);
}
