import type { Node } from '@vscode/tree-sitter-wasm';
import { ARGUMENTS, MEMBERS } from './nodeKinds';

/** Functions and methods that hand a text on with values put in. */
const FORMATTERS = /^(?:format|format_map|formatted|sprintf|vsprintf|printf|safe_substitute|substitute)!?$/i;
/** Those that hand it on as it is, but for white space. */
const KEEPERS =
  /^(?:dedent|cleandoc|strip|lstrip|rstrip|trim|trimEnd|trimStart|TrimSpace|to_string|to_owned|into|from|String|str|stripIndent|strip_heredoc|squish|freeze|indoc|outdent)!?$/;
/** What these are called on where it is no text itself. */
const LIBRARY = /^(?:String|string|fmt|textwrap|inspect|strings|Str|text)$/;

/** The last name of what is called: `b` of `a.b(…)`, `SystemMessage` of `new SystemMessage(…)`. */
export function calleeOf(call: Node): string {
  const named = ['name', 'method', 'macro'].map((field) => call.childForFieldName(field)).find((one) => one);
  const args = argumentsOf(call);
  const before = call.text.slice(0, args ? args.startIndex - call.startIndex : LONGEST_NAME);
  const text = (named?.text ?? before).slice(-LONGEST_NAME);
  return /([A-Za-z_$][\w$]*)(?:<[^()]*>)?[^\w$]*$/.exec(text)?.[1] ?? '';
}

const LONGEST_NAME = 200;

/** The list of arguments of a call, or the template that stands in its place. */
export function argumentsOf(call: Node): Node | undefined {
  return (
    call.children.find((child) => child && (ARGUMENTS.has(child.type) || child.type === 'template_string')) ??
    undefined
  );
}

/** The text that a call hands on, and whether values are put into it; nothing where it does something else. */
export function handedText(call: Node): { text: Node; isFormatted: boolean } | undefined {
  const name = calleeOf(call);
  const isFormatted = FORMATTERS.test(name);
  if (!isFormatted && !KEEPERS.test(name)) return undefined;
  const receiver = receiverOf(call);
  const args = argumentsOf(call);
  const text =
    receiver && !LIBRARY.test(receiver.text)
      ? receiver
      : args?.type === 'template_string'
        ? args
        : args?.firstNamedChild;
  return text ? { text, isFormatted } : undefined;
}

/** What a method is called on. */
function receiverOf(call: Node): Node | null | undefined {
  const callee = call.childForFieldName('function');
  if (callee && MEMBERS.has(callee.type)) return callee.firstNamedChild;
  return call.childForFieldName('object') ?? call.childForFieldName('receiver');
}
