import type { DataNode } from '../notations/dataNode';
import { type PlacedString, stringsIn } from '../notations/stringsIn';
import { roleNamed, type Speaker } from '../speakers';

/** What a string of a document is there for: to be said to a model by somebody, or as an input of a test. */
export type FieldUse = Speaker | 'prompt' | 'sample';

/** A string of a document that is said to a model, or put into what is said to it in a test. */
export interface PromptField extends PlacedString {
  use: FieldUse;
  /** A message of a list, which the others of the list belong to. */
  inList?: true;
}

/** Names of fields, in small letters without signs, and who speaks in them. */
const SPEAKERS: ReadonlyMap<string, FieldUse> = new Map([
  ['system', 'system'],
  ['systemprompt', 'system'],
  ['systemmessage', 'system'],
  ['systeminstruction', 'system'],
  ['instructions', 'system'],
  // https://developers.openai.com/codex/config-reference
  ['developerinstructions', 'system'],
  // https://docs.roocode.com/features/custom-modes
  ['roledefinition', 'system'],
  ['custominstructions', 'system'],
  // https://docs.crewai.com/concepts/agents
  ['backstory', 'system'],
  // https://github.com/lobehub/lobe-chat-agents
  ['systemrole', 'system'],
  ['prompt', 'user'],
  ['userprompt', 'user'],
  // https://docs.n8n.io/integrations/builtin/cluster-nodes/root-nodes/n8n-nodes-langchain.agent/tools-agent/
  ['systemprompttemplate', 'system'],
  // https://docs.flowiseai.com/integrations/langchain/prompts/chat-prompt-template
  ['systemmessageprompt', 'system'],
  ['humanmessageprompt', 'user'],
  ['humanmessage', 'user'],
  // https://docs.dify.ai/en/guides/application-orchestrate/creating-an-application
  ['preprompt', 'system'],
  ['queryprompttemplate', 'user'],
  ['template', 'prompt'],
  ['prompttemplate', 'prompt'],
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
    if (use) return [{ ...placed, use }];
    const role = isPromptfoo ? undefined : roleBeside(placed);
    return role ? [{ ...placed, use: role, inList: true }] : [];
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

function useByName({ path, string: { value }, holder }: PlacedString): FieldUse | undefined {
  // https://docs.github.com/github-models/use-github-models/storing-prompts-in-github-repositories
  if (path[0] === 'testData') return 'sample';
  if (!/\s/.test(value.trim())) return undefined;
  const name = String(path.at(-1)).toLowerCase().replace(/[_-]/g, '');
  // What a node of n8n asks, and the other half of a prompt that has a system part.
  if (name === 'text' && hasAny(holder, ['promptType'])) return 'user';
  if (name === 'user' && hasAny(holder, ['system'])) return 'user';
  return SPEAKERS.get(name);
}

/** Who says a text that stands beside a role, as in the messages of a node of Dify or n8n. */
function roleBeside({ path, string: { value }, holder }: PlacedString): FieldUse | undefined {
  if (!/^(?:content|text|message)$/.test(String(path.at(-1))) || value.trim() === '') return undefined;
  const role = stringOf(holder, 'role') ?? MESSAGE_TYPE.exec(stringOf(holder, 'type') ?? '')?.[1];
  return (role && roleNamed(role.toLowerCase())) || undefined;
}

/** What messages are called beside which no role stands, as LangChain does. */
const MESSAGE_TYPE = /^(system|human|ai)(?:Message(?:PromptTemplate)?)?$/i;

function stringOf(holder: DataNode, name: string): string | undefined {
  const found = holder.kind === 'map' ? holder.entries.get(name) : undefined;
  return found?.kind === 'string' ? found.value : undefined;
}
