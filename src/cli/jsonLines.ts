import { createReadStream } from 'node:fs';
import { Option } from 'commander';
import { AttnscopeError, toWireError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import { Trust } from '../protocol/prompt';
import { z } from '../protocol/schema';
import { safeJson } from '../report/safeJson';
import { reasonOf } from '../files/readInput';
import { print, writeOutput } from './writeOutput';

/** Longest error in a line, UTF-16 code units. */
const LONGEST_ERROR = 600;

/** What to do about a line that cannot be read. */
const HOW = 'Write one object a line: {"id": …, "text": …} with optional "path" and "trust".';

/** One line of `--input-jsonl`. */
const InputLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  path: z.optional(z.string()),
  trust: z.optional(Trust),
});
/** The form of such lines; others add fields to it. */
export const inputForm = { schema: InputLine, how: HOW };
export type InputLine = z.infer<typeof InputLine>;

/** What is answered by a line of its own; `line`, 1-based, is its place among them. */
interface Identified {
  id: string | number;
}
/** One that was read, or why it could not be. */
export type ReadLine<Input extends Identified> =
  { line: number; input: Input } | { line: number; id?: string | number; error: string };

/** How the objects of a file of lines are made. */
export interface LineForm<Input extends Identified> {
  schema: z.ZodType<Input>;
  /** What to do about a line that cannot be read. */
  how: string;
}

/** `--input-jsonl`, the same for every command that takes lines. */
export function inputLinesOption(): Option {
  return new Option(
    '--input-jsonl <file>',
    'one {"id", "text", "path"?, "trust"?} a line, - for standard input; "trust" is author, user or untrusted, and can only lower the trust that the text’s own format gives',
  );
}

/** Throws `bad-input` for a format in which lines cannot be answered; `text`, the default, gives lines too. */
export function refuseUnlessLines(format: string): void {
  if (format === 'jsonl' || format === 'text') return;
  throw new AttnscopeError(
    'bad-input',
    `Lines in give lines out: use --format jsonl with --input-jsonl, not ${format}.`,
  );
}

/**
 * Answers JSON Lines with JSON Lines: one line out per line in, in order; a line that cannot be read or
 * answered gives its error and the rest goes on. Ends early once nobody reads the answers.
 *
 * @returns whether every line was answered
 */
export async function answerJsonLines(
  file: string,
  out: string | undefined,
  answer: (input: InputLine) => object | Promise<object>,
): Promise<boolean> {
  return answerLines(inputLines(file), out, answer);
}

/** The lines of `--input-jsonl`. */
export function inputLines(file: string): AsyncGenerator<ReadLine<InputLine>>;
export function inputLines<Input extends InputLine>(
  file: string,
  form: LineForm<Input>,
): AsyncGenerator<ReadLine<Input>>;
export function inputLines(file: string, form: LineForm<InputLine> = inputForm) {
  return readLines(file, form, (input) => ({
    ...input,
    // As in a file, a byte order mark is not part of the text.
    text: input.text.replace(/^\ufeff/, ''),
  }));
}

/** The same for lines of whatever form; nothing of a line is kept once it is answered, except for `out`. */
export async function answerLines<Input extends Identified>(
  lines: AsyncIterable<ReadLine<Input>>,
  out: string | undefined,
  answer: (input: Input) => object | Promise<object>,
): Promise<boolean> {
  const kept: string[] = [];
  let complete = true;
  for await (const read of lines) {
    let answered: object;
    if ('error' in read) answered = read;
    else {
      const { id } = read.input;
      try {
        answered = { id, ...(await answer(read.input)) };
      } catch (error) {
        const { code, message } = toWireError(error);
        if (code === 'cancelled') throw error;
        answered = { id, line: read.line, error: plainText(message, LONGEST_ERROR) };
      }
    }
    if ('error' in answered) complete = false;
    const line = `${safeJson(answered)}\n`;
    if (out !== undefined) kept.push(line);
    else if (!(await print(line))) return false;
  }
  if (out !== undefined) await writeOutput(out, kept.join(''));
  return complete;
}

/** Reads a file of objects, one a line; `-` for standard input. */
export async function* readLines<Input extends Identified>(
  file: string,
  form: LineForm<Input>,
  made: (input: Input) => Input = (input) => input,
): AsyncGenerator<ReadLine<Input>> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    const read = parseLine(text, line, form);
    yield 'error' in read ? read : { line, input: made(read.input) };
  }
}

/**
 * The lines of a UTF-8 file, a byte order mark dropped. Only `\n` ends a line: other line ends may stand in a
 * string.
 */
async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of stream) {
      const [first = '', ...others] = decoder.decode(chunk as Buffer, { stream: true }).split('\n');
      rest += first;
      for (const other of others) {
        yield rest;
        rest = other;
      }
    }
  } catch (error) {
    const name = file === '-' ? 'Standard input' : quoted(file);
    throw new AttnscopeError('bad-input', `${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function parseLine<Input extends Identified>(
  text: string,
  line: number,
  { schema, how }: LineForm<Input>,
): ReadLine<Input> {
  if (text.trim() === '') return { line, error: `This line is empty. ${how}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, error: `This line is not valid JSON. ${how}` };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { line, input: parsed.data };
  const id = z.object({ id: InputLine.shape.id }).safeParse(value);
  const where = parsed.error.issues[0]?.path.join('.') || 'the line';
  return {
    line,
    ...(id.success ? { id: id.data.id } : {}),
    error: `A field is missing or of the wrong type: ${where}. ${how}`,
  };
}
