import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceRange } from '../../../protocol/prompt';
import * as escapes from './escapes';
import type { Escapes } from './escapes';
import type { Grammar } from '../languages';

/** Where a literal holds its text, and how it is written there. */
export interface LiteralForm extends SourceRange {
  /** None in a raw literal. */
  escapes?: Escapes;
  /**
   * Blanks before its lines that are no part of it: as many as stand before its end, or as the line with the fewest
   * has. `block`: the line of its end counts among these, and blanks at the end of a line are no part of it either.
   */
  indent?: 'least' | 'block' | { closing: string };
}

type Read = (node: Node, written: string) => LiteralForm | null;

/** Literals of each language by their node types. */
const forms: Readonly<Record<Grammar, Readonly<Record<string, Read>>>> = {
  typescript: scripted(),
  tsx: scripted(),
  python: {
    string: (node, written) => {
      const [open, prefix, quote] = /^([a-z]*)("""|'''|"|')/i.exec(written) ?? [];
      if (open === undefined || /b/i.test(prefix!)) return null;
      const known = /r/i.test(prefix!) ? undefined : escapes.python;
      const isTemplate = /[ft]/i.test(prefix!);
      return between(node, written, open, quote!, isTemplate ? escapes.withDoubledBraces(known) : known);
    },
  },
  go: {
    interpreted_string_literal: quoted(escapes.go),
    raw_string_literal: quoted(),
  },
  java: {
    string_literal: (node, written) => {
      const block = /^"""[ \t]*\r?\n/.exec(written)?.[0];
      if (block === undefined) return quoted(escapes.java)(node, written);
      return { ...between(node, written, block, '"""', escapes.java), indent: 'block' };
    },
  },
  'c-sharp': {
    string_literal: quoted(escapes.csharp),
    verbatim_string_literal: (node, written) => between(node, written, '@"', '"', escapes.doubledQuote),
    raw_string_literal: rawOfCsharp,
    interpolated_string_expression: (node, written) => {
      const [open, marks, quotes] = /^([$@]+)("+)/.exec(written) ?? [];
      if (open === undefined) return null;
      if (quotes!.length > 2) return rawOfCsharp(node, written);
      const known = marks!.includes('@') ? escapes.doubledQuote : escapes.csharp;
      return between(node, written, `${marks}"`, '"', escapes.withDoubledBraces(known));
    },
  },
  rust: {
    string_literal: (node, written) => (/^[bc]/.test(written) ? null : quoted(escapes.rust)(node, written)),
    raw_string_literal: (node, written) => {
      const [open, hashes] = /^r(#*)"/.exec(written) ?? [];
      return open === undefined ? null : between(node, written, open, `"${hashes}`);
    },
  },
  ruby: {
    string: (node, written) => {
      const open = /^(?:%[qQ]?[^\w\s]|["'])/.exec(written)?.[0];
      if (open === undefined) return null;
      const isPlain = open === "'" || open.startsWith('%q');
      return between(node, written, open, written.at(-1)!, isPlain ? escapes.quoteOnly : escapes.ruby);
    },
  },
  php: {
    string: quoted(escapes.quoteOnly),
    encapsed_string: quoted(escapes.php),
    heredoc: (node, written) => hereDocOfPhp(node, written, escapes.php),
    nowdoc: (node, written) => hereDocOfPhp(node, written),
  },
};

/** Node types of the literals of a language. */
export function literalTypes(grammar: Grammar): string[] {
  return [...Object.keys(forms[grammar]), ...(grammar === 'ruby' ? ['heredoc_beginning'] : [])];
}

/** How a literal is written; `null` where it holds no text, such as one of bytes. */
export function literalForm(node: Node, source: string, grammar: Grammar): LiteralForm | null {
  return forms[grammar][node.type]?.(node, source.slice(node.startIndex, node.endIndex)) ?? null;
}

/** The body of a here-document of Ruby, whose beginning stands elsewhere. */
export function heredocForm(beginning: string, body: Node, source: string): LiteralForm {
  const end = body.lastChild ?? body;
  const start = source.indexOf('\n', body.startIndex) + 1;
  const form: LiteralForm = { start, end: Math.max(start, source.lastIndexOf('\n', end.startIndex) + 1) };
  if (!beginning.includes("'")) form.escapes = escapes.ruby;
  if (beginning.startsWith('<<~')) form.indent = 'least';
  return form;
}

function scripted(): Record<string, Read> {
  return { string: quoted(escapes.javascript), template_string: quoted(escapes.javascript) };
}

/** One mark at each end. */
function quoted(known?: Escapes): Read {
  return (node, written) => between(node, written, written[0]!, written[0]!, known);
}

/** A literal that is broken off may lack its end. */
function between(node: Node, written: string, open: string, close: string, known?: Escapes): LiteralForm {
  const start = node.startIndex + open.length;
  const isClosed = written.length >= open.length + close.length && written.endsWith(close);
  const end = Math.max(start, node.endIndex - (isClosed ? close.length : 0));
  return known ? { start, end, escapes: known } : { start, end };
}

/** Language specification of C#, "Raw string literals": the line ends inside the quotes are no part of it. */
function rawOfCsharp(node: Node, written: string): LiteralForm | null {
  const [open, quotes] = /^\$*("{3,})/.exec(written) ?? [];
  if (open === undefined) return null;
  const form = between(node, written, open, quotes!);
  return withoutOuterLines(form, written.slice(open.length, form.end - node.startIndex));
}

/** PHP manual, "Heredoc": the last line end is no part of it, nor is the indentation of the closing mark. */
function hereDocOfPhp(node: Node, written: string, known?: Escapes): LiteralForm {
  const mark =
    node.lastNamedChild?.type === 'heredoc_end' ? node.lastNamedChild : node.lastNamedChild?.lastChild;
  const end = mark?.type === 'heredoc_end' ? mark.startIndex : node.endIndex;
  const open = /^[^\n]*/.exec(written)![0];
  const form: LiteralForm = { start: node.startIndex + open.length, end };
  if (known) form.escapes = known;
  return withoutOuterLines(form, written.slice(open.length, end - node.startIndex));
}

/** A text between lines of its own: from behind the first line end to before the last, whose blanks are its indent. */
function withoutOuterLines(form: LiteralForm, held: string): LiteralForm {
  const first = /^[ \t]*\r?\n/.exec(held)?.[0];
  const last = /\r?\n([ \t]*)$/.exec(held);
  if (first === undefined || !last) return form;
  const at = form.start;
  const start = at + first.length;
  const end = Math.max(start, at + last.index);
  return { ...form, start, end, indent: { closing: last[1]! } };
}
