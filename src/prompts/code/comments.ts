import type { Node } from '@vscode/tree-sitter-wasm';
import type { Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter } from '../writtenText';
import type { Program } from './expressions';
import { literalForm } from './literals/literalForms';
import { COMMENTS } from './nodeKinds';

/** What a line of a comment begins with. */
const LINE_MARK = /^[ \t]*(?:\/\/+!?|#+!?|\*(?!\/)|\/\*+!?)?[ \t]?/;

/** What the comments of a program and the docstrings of Python say, to whoever reads the program: each a segment. */
export function commentsOf(root: Node, { source, grammar }: Program): Segment[] {
  const nodes = root.descendantsOfType([...COMMENTS]).filter((node) => node !== null);
  const segments = blocksOf(nodes, source).map(({ start, end }) => commentOf(source, start, end));
  if (grammar === 'python') segments.push(...docstringsOf(root, source));
  return segments.filter(({ content }) => content.trim() !== '').sort((a, b) => a.start - b.start);
}

/** Comments on lines that follow each other are one. */
function blocksOf(nodes: readonly Node[], source: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  for (const { startIndex, endIndex } of nodes) {
    const last = blocks.at(-1);
    if (last && /^[ \t]*\r?\n?[ \t]*$/.test(source.slice(last.end, startIndex))) last.end = endIndex;
    else blocks.push({ start: startIndex, end: endIndex });
  }
  return blocks;
}

function commentOf(source: string, start: number, end: number): Segment {
  const writer = new TextWriter(source);
  for (let at = start; at < end;) {
    const next = source.indexOf('\n', at) + 1;
    const lineEnd = next === 0 || next > end ? end : next;
    const line = source.slice(at, lineEnd);
    const mark = LINE_MARK.exec(line)![0].length;
    const close = /[ \t]*\*\/\s*$/.exec(line.slice(mark))?.[0].length ?? 0;
    writer.copy(at + mark, lineEnd - close);
    at = lineEnd;
  }
  return inPlace(spoken('prompt', writer.finish(start, end)), 'comment');
}

/** Those of functions that are tools describe them to a model. */
function docstringsOf(root: Node, source: string): Segment[] {
  return root.descendantsOfType('expression_statement').flatMap((node) => {
    const literal = node?.namedChildCount === 1 ? node.firstNamedChild : null;
    const form = literal?.type === 'string' ? literalForm(literal, source, 'python') : null;
    if (!form) return [];
    const writer = new TextWriter(source);
    writer.copy(form.start, form.end);
    return [
      inPlace(
        spoken('prompt', writer.finish(form.start, form.end)),
        isOfTool(node!) ? 'description' : 'comment',
      ),
    ];
  });
}

function isOfTool(docstring: Node): boolean {
  const decorated = docstring.parent?.parent?.parent;
  if (decorated?.type !== 'decorated_definition') return false;
  return decorated.children.some(
    (child) => child?.type === 'decorator' && /tool|prompt|resource/i.test(child.text),
  );
}

function inPlace(segment: Segment, kind: 'comment' | 'description'): Segment {
  return { ...segment, places: [{ kind, start: 0, end: segment.content.length }] };
}
