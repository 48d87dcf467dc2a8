import type { Node } from '@vscode/tree-sitter-wasm';
import { handedText } from './calls';
import { ARGUMENTS, BINARY, CALLS, MEMBERS, NAMES, SLOTS, WRAPPERS } from './nodeKinds';
import type { Grammar } from './languages';
import { heredocForm, literalForm, type LiteralForm } from './literals/literalForms';
import type { MessageWriter } from './messageWriter';
import { type Slot, writeLiteral } from './literals/writeLiteral';

/** A program that was parsed, and what is known of it. */
export interface Program {
  source: string;
  grammar: Grammar;
  /** Bodies of here-documents by the id of the node that begins each. */
  heredocs: ReadonlyMap<number, Node>;
  /** UTF-16 code units of constants that may still be written where names stand for them. */
  room: { left: number };
}

/** How much of constants is written: a program whose names stand for more and more names would never end. */
export function roomFor({ length }: { length: number }): Program['room'] {
  return { left: 20 * length + 10_000 };
}

/** The largest expression around a literal or name that says no more than a text put together. */
export function wholeText(node: Node): Node {
  let whole = node;
  for (let parent = node.parent; parent; parent = whole.parent) {
    if (!isPartOf(parent, whole)) break;
    whole = parent;
  }
  return whole;
}

function isPartOf(parent: Node, child: Node): boolean {
  if (WRAPPERS.has(parent.type)) return !named(parent, child);
  if (BINARY.has(parent.type)) return isJoined(parent) || isFilled(parent, child);
  return isHandedOn(parent, child);
}

/** A named argument is no wrapper: its name says what it is for. */
function named(parent: Node, child: Node): boolean {
  const first = parent.firstNamedChild;
  return parent.type === 'argument' && first !== null && first.id !== child.id;
}

const operatorOf = (node: Node): string | undefined =>
  (node.childForFieldName('operator') ?? node.child(1))?.type;

function isJoined(node: Node): boolean {
  const operator = operatorOf(node);
  return operator === '+' || operator === '.' || operator === '||' || operator === '??' || operator === '<<';
}

/** `text % values` of Python and Ruby. */
function isFilled(node: Node, child: Node): boolean {
  return operatorOf(node) === '%' && node.firstNamedChild?.id === child.id;
}

/** Whether `child` is the text that a call hands on, or the part of the call around it. */
function isHandedOn(parent: Node, child: Node): boolean {
  const call = CALLS.has(parent.type) ? parent : parent.parent;
  if (!call || !CALLS.has(call.type)) return false;
  if (call !== parent && !MEMBERS.has(parent.type) && !ARGUMENTS.has(parent.type)) return false;
  const handed = handedText(call);
  return (
    handed !== undefined &&
    child.startIndex <= handed.text.startIndex &&
    handed.text.endIndex <= child.endIndex
  );
}

/** Gives the expression that a name of the program stands for; nothing where that is not known. */
export type Resolve = (name: Node) => Node | undefined;

/** How deep names are followed. */
const DEEPEST = 4;

/** Writes what an expression says: its literals, those of constants in it, and slots for all else. */
export function writeExpression(
  message: MessageWriter,
  node: Node,
  program: Program,
  resolve: Resolve,
  { isFormatted = false, depth = 0 } = {},
): void {
  const write = (child: Node, formatted = isFormatted): void =>
    writeExpression(message, child, program, resolve, { isFormatted: formatted, depth });
  /** Writes what a name stands for; nothing where that is not known. */
  const follow = (name: Node): (() => void) | undefined => {
    const meant = depth < DEEPEST ? resolve(name) : undefined;
    const length = meant ? meant.endIndex - meant.startIndex : 0;
    if (!meant || length > program.room.left) return undefined;
    program.room.left -= length;
    return () => {
      message.apart();
      writeExpression(message, meant, program, resolve, { isFormatted, depth: depth + 1 });
      message.apart();
    };
  };
  const form = formOf(node, program);
  if (form) {
    const slots = slotsOf(bodyOf(node, program), program.source, form, follow);
    writeLiteral(message, program.source, { form, slots, isFormatted });
    return;
  }
  if (WRAPPERS.has(node.type)) {
    const [first, ...others] = node.namedChildren.filter((child) => child !== null);
    const isChoice = /^(?:conditional|ternary)/.test(node.type);
    // What is chosen by stands first, but in Python between the two.
    const said = !isChoice ? [first, ...others] : program.grammar === 'python' ? [first, others[1]] : others;
    for (const child of said) if (child && !/type|comment/.test(child.type)) write(child);
    return;
  }
  if (BINARY.has(node.type) && (isJoined(node) || operatorOf(node) === '%')) {
    const [left, right] = [node.firstNamedChild, node.lastNamedChild];
    if (left) write(left, isFormatted || operatorOf(node) === '%');
    if (right && isJoined(node)) write(right);
    return;
  }
  const handed = handedText(node);
  if (handed) {
    write(handed.text, isFormatted || handed.isFormatted);
    return;
  }
  const followedName = follow(node);
  if (followedName) followedName();
  else message.slot(node.startIndex, node.endIndex);
}

function formOf(node: Node, { source, grammar, heredocs }: Program): LiteralForm | null {
  const body = heredocs.get(node.id);
  return body ? heredocForm(node.text, body, source) : literalForm(node, source, grammar);
}

const bodyOf = (node: Node, { heredocs }: Program): Node => heredocs.get(node.id) ?? node;

/** Where text is put into a literal, in order. */
function slotsOf(
  node: Node,
  source: string,
  { start, end }: LiteralForm,
  follow: (name: Node) => (() => void) | undefined,
): Slot[] {
  const slots: Slot[] = [];
  const look = (parent: Node): void => {
    for (const child of parent.namedChildren) {
      if (!child || child.endIndex <= start || child.startIndex >= end) continue;
      if (SLOTS.has(child.type)) {
        const name = nameIn(child);
        const write = name && follow(name);
        slots.push({ ...withBraces(child, source), ...(write ? { write } : {}) });
      } else look(child);
    }
  };
  look(node);
  return slots;
}

/** The name that is put in, where it is nothing but a name: a call, or a form beside it, makes another text of it. */
function nameIn(slot: Node): Node | undefined {
  if (NAMES.includes(slot.type)) return slot;
  const [only, ...others] = slot.namedChildren.filter(
    (child) => child !== null && child.type !== 'interpolation_brace',
  );
  return only && others.length === 0 && NAMES.includes(only.type) ? only : undefined;
}

/** `{$name}` of PHP, whose braces are no part of the variable. */
function withBraces({ type, startIndex, endIndex }: Node, source: string): Slot {
  const isBraced = type !== 'interpolation' && source[startIndex - 1] === '{' && source[endIndex] === '}';
  return isBraced ? { start: startIndex - 1, end: endIndex + 1 } : { start: startIndex, end: endIndex };
}
