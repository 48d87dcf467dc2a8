import { type FieldUse, useOfField } from '../fieldNames';
import type { DataNode } from '../notations/dataNode';
import { type PlacedString, stringsIn } from '../notations/stringsIn';
import { roleNamed } from '../speakers';

/** A string of a document that is said to a model, or put into what is said to it in a test. */
export interface PromptField extends PlacedString {
  use: FieldUse;
  /** A message of a list, which the others of the list belong to. */
  inList?: true;
}

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
  const name = String(path.at(-1));
  // What a node of n8n asks, and the other half of a prompt that has a system part.
  if (/^text$/i.test(name) && hasAny(holder, ['promptType'])) return 'user';
  if (/^user$/i.test(name) && hasAny(holder, ['system'])) return 'user';
  return useOfField(name);
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
