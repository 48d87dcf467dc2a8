import { CST, Lexer } from 'yaml';
import type { PlaceKind, Segment, SourceRange } from '../../protocol/prompt';
import { AuthorMessage } from './authorMessage';
import type { DataString } from './dataNode';
import { LONGEST_YAML, parseYaml } from './parseYaml';
import { stringsIn } from './stringsIn';
import { toolField } from './toolFields';
import { writeFlowScalar } from './yamlFlowScalar';

/** What the lexer puts between the pieces of a text: the start of a document and of a scalar, the end of a flow. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

/** A stretch that stands apart: a field of a tool, or what is read elsewhere. */
interface Apart extends SourceRange {
  field?: { kind: PlaceKind; string: DataString };
}

/**
 * Reads a YAML text that is no chat as it stands, comments and all, but with its quoted scalars as they are meant:
 * without quotes, escapes and folds. So a prompt in quotation marks is no quotation. One message of the file's author,
 * in which names and descriptions of tools and of their parameters are segments of their own.
 *
 * @param leftOut what is read elsewhere; in order
 */
export function readYamlValues(text: string, leftOut: readonly SourceRange[] = []): Segment[] | null {
  if (text.length > LONGEST_YAML) return null;
  const apart: Apart[] = [...fieldsIn(text, leftOut), ...leftOut].sort((a, b) => a.start - b.start);
  if (apart.length === 0 && !/["']/.test(text)) return null;
  const message = new AuthorMessage(text);
  let at = 0;
  let next = 0;
  let quoted = 0;
  for (const piece of new Lexer().lex(text)) {
    if (MARKS.includes(piece) && !text.startsWith(piece, at)) continue;
    if (!text.startsWith(piece, at)) return null;
    const end = at + piece.length;
    while (apart[next] && apart[next]!.end <= at) next += 1;
    const one = apart[next];
    if (one && one.start < end) {
      // It may be of several pieces: it is passed over at its first, and the others are left out.
      if (message.start < one.end) {
        message.endAt(at);
        message.apart(one.start, one.end, one.field?.kind, one.field?.string.write);
      }
    } else if (isQuoted(piece)) {
      const type = piece.startsWith('"') ? 'double-quoted-scalar' : 'single-quoted-scalar';
      const { value } = CST.resolveAsScalar({ type, offset: at, indent: 0, source: piece });
      writeFlowScalar(message.writer, text, { start: at + 1, end: end - 1 }, value, piece[0]!);
      quoted += 1;
    } else message.writer.copy(at, end);
    at = end;
  }
  message.endAt(text.length);
  return at === text.length && quoted + apart.length > 0 ? message.segments : null;
}

const isQuoted = (piece: string): boolean =>
  /^["']/.test(piece) && piece.length > 2 && piece.at(-1) === piece[0];

/** The names and descriptions of tools, but for those in what is read elsewhere. */
function fieldsIn(text: string, leftOut: readonly SourceRange[]): Apart[] {
  if (!/\b(?:description|title|name)["']?[ \t]*:/.test(text)) return [];
  const document = parseYaml(text);
  if (!document) return [];
  return [...stringsIn(document.root)].flatMap(({ path, string }): Apart[] => {
    const kind = toolField(path);
    const { start, end } = string;
    if (!kind || leftOut.some((range) => range.start < end && start < range.end)) return [];
    return [{ start, end, field: { kind, string } }];
  });
}
