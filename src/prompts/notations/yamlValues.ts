import { CST, Lexer } from 'yaml';
import type { Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter } from '../writtenText';
import { LONGEST_YAML } from './messagesYaml';
import { writeFlowScalar } from './yamlFlowScalar';

/** What the lexer puts between the pieces of a text: the start of a document and of a scalar, the end of a flow. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

/**
 * Reads a YAML text that is no chat as it stands, comments and all, but with its quoted scalars as they are meant:
 * without quotes, escapes and folds. So a prompt in quotation marks is no quotation. One segment of the file's author.
 */
export function readYamlValues(text: string): Segment[] | null {
  if (text.length > LONGEST_YAML || !/["']/.test(text)) return null;
  const writer = new TextWriter(text);
  let at = 0;
  let quoted = 0;
  for (const piece of new Lexer().lex(text)) {
    if (MARKS.includes(piece) && !text.startsWith(piece, at)) continue;
    if (!text.startsWith(piece, at)) return null;
    const end = at + piece.length;
    const quote = piece[0]!;
    if ((quote === '"' || quote === "'") && piece.length > 2 && piece.endsWith(quote)) {
      const type = quote === '"' ? 'double-quoted-scalar' : 'single-quoted-scalar';
      const { value } = CST.resolveAsScalar({ type, offset: at, indent: 0, source: piece });
      writeFlowScalar(writer, text, { start: at + 1, end: end - 1 }, value, quote);
      quoted += 1;
    } else writer.copy(at, end);
    at = end;
  }
  return at === text.length && quoted > 0 ? [spoken('prompt', writer.finish(0, text.length))] : null;
}
