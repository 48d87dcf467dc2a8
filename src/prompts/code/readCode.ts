import type { Node } from '@vscode/tree-sitter-wasm';
import type { Prompt, ReadAs, Segment } from '../../protocol/prompt';
import type { Prompts } from '../prompts';
import type { PromptSource } from '../readPrompt';
import { markData } from '../trust/markData';
import { classify, type Spoken } from './classify';
import { commentsOf } from './comments';
import { contextOf, nameIn, type Context } from './contexts';
import { type Program, type Resolve, roomFor, wholeText, writeExpression } from './expressions';
import { type Grammar, LONGEST_PROGRAM } from './languages';
import { literalTypes } from './literals/literalForms';
import { MessageWriter } from './messageWriter';
import { ARGUMENTS, CALLS, FUNCTIONS, LISTS, NAMES } from './nodeKinds';
import { parse } from './parse';

/** A text of a program that is said to a model. */
interface Message extends Spoken {
  node: Node;
  segments: Segment[];
}

/**
 * The prompts in a program, in its order, and its comments. A program with errors is read as far as it can be.
 *
 * @returns `null` where it is too long, or the parser gives it up
 */
export async function readCode(
  source: string,
  grammar: Grammar,
  { dataTags }: PromptSource,
  as: ReadAs,
): Promise<Prompts | null> {
  if (source.length > LONGEST_PROGRAM) return null;
  const tree = await parse(source, grammar);
  if (!tree) return null;
  try {
    const root = tree.rootNode;
    const program = { source, grammar, heredocs: heredocsOf(root, grammar), room: roomFor(source) };
    const messages = messagesOf(root, program);
    return {
      prompts: promptsOf(messages, as).map((prompt) => ({
        ...prompt,
        segments: markData(prompt.segments, dataTags),
      })),
      asides: commentsOf(root, program),
    };
  } finally {
    tree.delete();
  }
}

function heredocsOf(root: Node, grammar: Grammar): ReadonlyMap<number, Node> {
  if (grammar !== 'ruby') return new Map();
  const bodies = nodesOf(root, ['heredoc_body']);
  return new Map(
    nodesOf(root, ['heredoc_beginning']).flatMap(({ id }, at) => (bodies[at] ? [[id, bodies[at]]] : [])),
  );
}

const nodesOf = (root: Node, types: string[]): Node[] =>
  root.descendantsOfType(types).filter((node): node is Node => node !== null);

function messagesOf(root: Node, program: Program): Message[] {
  const texts = unique(nodesOf(root, literalTypes(program.grammar)).map(wholeText));
  const contexts = new Map(texts.map((node) => [node.id, contextOf(node)]));
  const allNames = nodesOf(root, [...NAMES]);
  const constants = withAliases(constantsOf(texts, contexts), allNames);
  const resolve: Resolve = (node) =>
    /^[\w$@.:]+$/.test(node.text) ? constants.get(nameIn(node)) : undefined;
  const names = allNames.filter((node) => constants.has(nameIn(node))).map(wholeText);
  const uses = unique(names).filter(({ id }) => !contexts.has(id));

  const messages: Message[] = [];
  const taken = new Set<string>();
  const isNamed = ({ id }: Node): boolean => contexts.get(id)?.isDefinition === true;
  // What is handed to a model tells more of a constant than its name does.
  for (const node of [...uses, ...texts.filter((text) => !isNamed(text)), ...texts.filter(isNamed)]) {
    const context = contexts.get(node.id) ?? contextOf(node);
    const isUse = !contexts.has(node.id);
    if (
      isUse &&
      (context.isDefinition || (context.key === undefined && context.callee === undefined && !context.role))
    )
      continue;
    const said = write(node, program, resolve, context);
    if (!said || (isNamed(node) && said.segments.every((segment) => taken.has(placeOf(segment))))) continue;
    for (const segment of said.segments) taken.add(placeOf(segment));
    messages.push(said);
  }
  return messages;
}

const placeOf = ({ start, end }: Segment): string => `${start} ${end}`;

function write(node: Node, program: Program, resolve: Resolve, context: Context): Message | undefined {
  const draft = new MessageWriter(program.source, 'prompt');
  writeExpression(draft, node, program, resolve);
  const segments = draft.finish();
  const said = segments.flatMap(({ role, content }) => (role === 'input' ? [] : [content])).join(' ');
  const spoken = said.trim() === '' ? undefined : classify(context, said);
  if (!spoken) return undefined;
  return { node, ...spoken, segments: segments.map((segment) => saidAs(segment, spoken)) };
}

function saidAs(segment: Segment, { role, place }: Spoken): Segment {
  if (segment.role === 'input') return segment;
  const spoken: Segment = {
    ...segment,
    role,
    trust: role === 'user' ? 'user' : role === 'tool' ? 'untrusted' : 'author',
  };
  return place ? { ...spoken, places: [{ kind: place, start: 0, end: segment.content.length }] } : spoken;
}

/** Texts by the names that stand for them; one that is given twice stands for neither. */
function constantsOf(
  texts: readonly Node[],
  contexts: ReadonlyMap<number, Context>,
): ReadonlyMap<string, Node> {
  const constants = new Map<string, Node | undefined>();
  for (const node of texts) {
    const { key, isDefinition } = contexts.get(node.id)!;
    if (key && isDefinition) constants.set(key, constants.has(key) ? undefined : node);
  }
  return new Map([...constants].flatMap(([name, node]) => (node ? [[name, node]] : [])));
}

/** The same with names that are given to them: `const greeting = WELCOME`. */
function withAliases(
  constants: ReadonlyMap<string, Node>,
  names: readonly Node[],
): ReadonlyMap<string, Node> {
  const aliases = new Map<string, Node | undefined>();
  for (const name of names) {
    const meant = constants.get(nameIn(name));
    const whole = wholeText(name);
    // A list of one value is as long as the value.
    if (!meant || whole.endIndex - whole.startIndex !== name.endIndex - name.startIndex) continue;
    const { key, isDefinition } = contextOf(whole);
    if (key && isDefinition && !constants.has(key)) aliases.set(key, aliases.has(key) ? undefined : meant);
  }
  return new Map([
    ...constants,
    ...[...aliases].flatMap(([key, node]) => (node ? [[key, node] as const] : [])),
  ]);
}

function unique(nodes: readonly Node[]): Node[] {
  const seen = new Set<number>();
  return nodes.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Messages of one call or list are one prompt. */
function promptsOf(messages: readonly Message[], as: ReadAs): Prompt[] {
  const groups = new Map<number, Message[]>();
  for (const message of messages) {
    const { id } = togetherAround(message.node);
    groups.set(id, [...(groups.get(id) ?? []), message]);
  }
  return [...groups.values()]
    .map((group): Prompt => {
      const inOrder = [...group].sort((a, b) => a.node.startIndex - b.node.startIndex);
      const segments = inOrder.flatMap((message) => message.segments);
      const isPlain = inOrder.every(({ role }) => role === 'prompt');
      return { format: 'code', rendering: isPlain ? as : 'messages', segments };
    })
    .sort((a, b) => a.segments[0]!.start - b.segments[0]!.start);
}

/** The outermost call or list of the statement that a message stands in; itself where there is none. */
function togetherAround(node: Node): Node {
  let around = node;
  for (let parent = node.parent; parent && isWithinStatement(parent); parent = parent.parent) {
    if (CALLS.has(parent.type) || LISTS.has(parent.type)) around = parent;
  }
  return around;
}

function isWithinStatement({ type }: Node): boolean {
  return (
    (!FUNCTIONS.has(type) &&
      !/statement|declaration|declarator|^(?:block|program|module|source_file|class_body|assignment|body_statement)$/.test(
        type,
      )) ||
    ARGUMENTS.has(type)
  );
}
