import type { DataNode } from '../notations/messages';
import { type PlacedString, stringsIn } from '../notations/stringsIn';

/** What a string of a document is there for: to be said to a model by somebody, or as an input of a test. */
export type FieldUse = 'system' | 'user' | 'prompt' | 'sample';

/** A string of a document that is said to a model, or put into what is said to it in a test. */
export interface PromptField extends PlacedString {
  use: FieldUse;
}

/** Names of fields, in small letters without signs, and who speaks in them. */
const SPEAKERS: ReadonlyMap<string, FieldUse> = new Map([
  ['system', 'system'],
  ['systemprompt', 'system'],
  ['systemmessage', 'system'],
  ['systeminstruction', 'system'],
  ['instructions', 'system'],
  // https://docs.roocode.com/features/custom-modes
  ['roledefinition', 'system'],
  ['custominstructions', 'system'],
  // https://docs.crewai.com/concepts/agents
  ['backstory', 'system'],
  ['prompt', 'user'],
  ['userprompt', 'user'],
  ['template', 'prompt'],
  ['rubricprompt', 'prompt'],
]);

/** Fields of promptfoo with what its tests put in and expect (https://www.promptfoo.dev/docs/configuration/reference/). */
const TESTS = /^(?:tests|scenarios|defaultTest)$/;
/** Assertions of it whose value is said to a model that judges. */
const JUDGED = /^(?:not-)?(?:llm-rubric|g-eval|factuality|model-graded-\w+|search-rubric|pi)$/;

/** A path or an address, and not words to a model. */
const REFERENCE = /^(?:[a-z]+:\/\/\S*|[\w./*-]+\.\w{1,6}(?::\w+)?)$/i;

/** The strings of a document that are said to a model, in its order. */
export function promptFields(root: DataNode): PromptField[] {
  const isPromptfoo =
    hasAny(root, ['prompts']) && hasAny(root, ['providers', 'targets', 'tests', 'scenarios']);
  return [...stringsIn(root)].flatMap((placed) => {
    const use = (isPromptfoo ? useInPromptfoo(placed) : undefined) ?? useByName(placed);
    return use ? [{ ...placed, use }] : [];
  });
}

const hasAny = (node: DataNode, names: readonly string[]): boolean =>
  node.kind === 'map' && names.some((name) => node.entries.has(name));

function useInPromptfoo({ path, string, holder }: PlacedString): FieldUse | undefined {
  const [top] = path;
  const last = path.at(-1);
  if (top === 'prompts') {
    const isOne = path.length === 1 || (path.length === 2 && typeof last === 'number') || last === 'raw';
    return isOne && !REFERENCE.test(string.value.trim()) ? 'prompt' : undefined;
  }
  if (!TESTS.test(String(top)) || last === 'rubricPrompt') return undefined;
  const type = holder.kind === 'map' ? holder.entries.get('type') : undefined;
  if (last === 'value' && type?.kind === 'string' && JUDGED.test(type.value)) return 'prompt';
  return path.includes('vars') || path.includes('value') ? 'sample' : undefined;
}

function useByName({ path, string: { value } }: PlacedString): FieldUse | undefined {
  // https://docs.github.com/github-models/use-github-models/storing-prompts-in-github-repositories
  if (path[0] === 'testData') return 'sample';
  const name = String(path.at(-1)).toLowerCase().replace(/[_-]/g, '');
  return /\s/.test(value.trim()) ? SPEAKERS.get(name) : undefined;
}
