import type { Node } from '@vscode/tree-sitter-wasm';
import { roleNamed } from '../speakers';
import type { Role } from '../../protocol/prompt';
import { calleeOf } from './calls';
import {
  ARGUMENTS,
  CALLS,
  DEFINITIONS,
  FUNCTIONS,
  KEYED,
  LISTS,
  OBJECTS,
  RETURNS,
  WRAPPERS,
} from './nodeKinds';

/** What a text in a program is there for. */
export interface Context {
  /** What it is called: a field, a named argument, a variable, the function that returns it. */
  key?: string;
  /** Whether that is a name of the program. */
  isDefinition?: boolean;
  /** What holds the key beside others, or the arguments among which it stands. */
  owner?: Node;
  /** The function or class that it is an argument of. */
  callee?: string;
  /** The role that stands before it in a list: `("system", "…")`. */
  role?: Role;
}

/** How many tokens are looked through for a name; in more of them stand data. */
const LONGEST_TOKENS = 400;

/** How many lists and functions are looked out of. */
const FARTHEST = 6;

/** What an expression in a program is there for, as far as what stands around it tells. */
export function contextOf(expression: Node): Context {
  let child = expression;
  for (
    let step = 0, parent = child.parent;
    parent && step < FARTHEST;
    step++, child = parent, parent = child.parent
  ) {
    if (parent.type === 'token_tree' || parent.type === 'ERROR') return inTokens(parent, child);
    if (isKeyed(parent)) return keyOf(parent)?.id === child.id ? {} : keyed(parent);
    if (parent.type === 'argument' && parent.firstNamedChild!.id !== child.id)
      return { key: parent.firstNamedChild!.text, owner: parent.parent ?? undefined };
    if (LISTS.has(parent.type) || ARGUMENTS.has(parent.type)) {
      const role = roleBefore(parent, child);
      if (role) return { role };
    }
    if (ARGUMENTS.has(parent.type) && parent.parent && CALLS.has(parent.parent.type))
      return { callee: calleeOf(parent.parent), owner: parent };
    if (RETURNS.has(parent.type)) {
      const returning = functionAround(parent);
      if (!returning) return {};
      const name = returning.childForFieldName('name');
      if (name) return { key: name.text };
      parent = returning;
      continue;
    }
    const goesOn = LISTS.has(parent.type) || WRAPPERS.has(parent.type) || FUNCTIONS.has(parent.type);
    if (!goesOn) return {};
  }
  return {};
}

/** An element of an array of PHP has a name or none. */
function isKeyed(node: Node): boolean {
  return KEYED.has(node.type) || (node.type === 'array_element_initializer' && node.namedChildCount === 2);
}

function keyed(node: Node): Context {
  const key = keyOf(node);
  const isDefinition = DEFINITIONS.has(node.type);
  return { key: key ? nameIn(key) : '', isDefinition, owner: node.parent ?? undefined };
}

/** The name of something with a name and a value. */
function keyOf(node: Node): Node | null {
  for (const field of ['name', 'key', 'left', 'pattern', 'field']) {
    const key = node.childForFieldName(field);
    if (key) return key;
  }
  return node.firstNamedChild;
}

/** `self.system_prompt`, `"content"`, `$prompt` and `:system` by their last name. */
export function nameIn({ text }: Node): string {
  return /([A-Za-z_]\w*)\W*$/.exec(text.slice(0, 200))?.[1] ?? '';
}

/** In the arguments of a macro of Rust, which are tokens, and where a program is wrong: `"content": "…"`. */
function inTokens(tokens: Node, child: Node): Context {
  if (tokens.childCount > LONGEST_TOKENS) return {};
  let at = tokens.children.findIndex((one) => one?.id === child.id);
  // `format!(…)` stands for the text that it gives.
  if (at === 1 && tokens.parent?.type === 'token_tree') {
    const outer = tokens.parent;
    const macro =
      outer.childCount > LONGEST_TOKENS ? -1 : outer.children.findIndex((one) => one?.id === tokens.id) - 2;
    if (outer.children[macro]?.text === 'format') {
      tokens = outer;
      at = macro;
    }
  }
  const sign = tokens.children[at - 1]?.type;
  const key = tokens.children[at - 2];
  if (tokens.children[at + 1]?.type === ':') return {};
  if (key && (sign === ':' || sign === '=>' || sign === '=')) return { key: nameIn(key), owner: tokens };
  const role = roleBefore(tokens, tokens.children[at] ?? child);
  if (role) return { role };
  const call = tokens.parent;
  return call && CALLS.has(call.type) ? { callee: calleeOf(call), owner: tokens } : {};
}

/** The function whose value is returned. */
function functionAround(node: Node): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent)
    if (FUNCTIONS.has(parent.type)) return parent;
  return undefined;
}

/** The values of a list before one of them that name a role, as `"system"` and `ChatRole.System` do. */
function roleBefore(list: Node, child: Node): Role | undefined {
  // Longer ones are data, and would be walked through again for each of their values.
  if (list.childCount > LONGEST_LIST) return undefined;
  let role: Role | undefined;
  for (const sibling of list.namedChildren) {
    if (!sibling || sibling.startIndex >= child.startIndex) break;
    role = roleIn(sibling) ?? role;
  }
  return role;
}

/** How many values a list has in which one names the role of another, signs between them included. */
const LONGEST_LIST = 40;

/** Longest text that names a role. */
const LONGEST_ROLE = 60;

/** The role that a value names by its last word: `"system"`, `ChatMessageRole.SYSTEM.value()`, `ChatMessageRoleUser`. */
export function roleIn(value: Node): Role | undefined {
  const length = value.endIndex - value.startIndex;
  if (length > LONGEST_ROLE || KEYED.has(value.type)) return undefined;
  const words = wordsOf(value.text).filter((word) => word !== 'value' && word !== 'to' && word !== 'string');
  // A text of several words is no name.
  if (/\s/.test(value.text)) return undefined;
  return roleNamed(words.at(-1) ?? '') ?? undefined;
}

/** How many fields an object has in which one tells what another is there for. */
const MOST_FIELDS = 100;

/** The value of a field beside another one. */
export function fieldOf(owner: Node, name: RegExp): Node | undefined {
  if (owner.type === 'token_tree') {
    const at = owner.children.findIndex(
      (one) => one && name.test(nameIn(one)) && one.text.length < LONGEST_ROLE,
    );
    let last = at < 0 ? -1 : at + 2;
    // Of `Role::System` the last word.
    while (last > 0 && owner.children[last + 1] && !/^[,)}]$/.test(owner.children[last + 1]!.type)) last++;
    return owner.children[last] ?? undefined;
  }
  // Larger ones are tables, and would be walked through again for each of their values.
  if (owner.namedChildCount > MOST_FIELDS) return undefined;
  for (const child of owner.namedChildren) {
    if (!child) continue;
    // `{ model }` of JavaScript.
    if (child.type === 'shorthand_property_identifier' && name.test(child.text)) return child;
    const key = isKeyed(child) || child.type === 'argument' ? keyOf(child) : null;
    if (key && child.lastNamedChild && key.id !== child.lastNamedChild.id && name.test(nameIn(key)))
      return child.lastNamedChild;
  }
  return undefined;
}

/** What holds an object: the key or the call that it stands in. */
export function contextOfObject(owner: Node): Context {
  if (ARGUMENTS.has(owner.type) && owner.parent) return { callee: calleeOf(owner.parent) };
  if (!OBJECTS.has(owner.type)) return {};
  const call = owner.parent;
  // `new Message { Content = "…" }`, `Message{Content: "…"}`.
  if (call && CALLS.has(call.type)) return { callee: calleeOf(call), owner: call };
  return contextOf(owner);
}

/** The words of a name, in small letters: `systemPrompt`, `SYSTEM_PROMPT` and `system-prompt` alike. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}
