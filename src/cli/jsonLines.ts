import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AttnscopeError, toWireError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import { Trust } from '../protocol/prompt';
import { z } from '../protocol/schema';
import { safeJson } from '../report/safeJson';
import { reasonOf } from './readInput';
import { writeOutput } from './writeOutput';

/** Longest error in a line, UTF-16 code units. */
const LONGEST_ERROR = 600;

/** One line of `--input-jsonl`. */
export const InputLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  path: z.string().optional(),
  trust: Trust.optional(),
});
export type InputLine = z.infer<typeof InputLine>;

/** A line that was read, or why it could not be. `line` is 1-based. */
type ReadLine = { line: number; input: InputLine } | { line: number; id?: string | number; error: string };

/**
 * Answers JSON Lines with JSON Lines: one line out per line in, in order; a line that cannot be read or
 * answered gives its error and the rest goes on. Blank lines are skipped.
 *
 * @returns whether every line was answered
 */
export async function answerJsonLines(
  file: string,
  out: string | undefined,
  answer: (input: InputLine) => object | Promise<object>,
): Promise<boolean> {
  const kept: string[] = [];
  let complete = true;
  for await (const read of readLines(file)) {
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
    if (out === undefined) process.stdout.write(line);
    else kept.push(line);
  }
  if (out !== undefined) await writeOutput(out, kept.join(''));
  return complete;
}

async function* readLines(file: string): AsyncGenerator<ReadLine> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield parseLine(text, line);
    }
  } catch (error) {
    throw new AttnscopeError('bad-input', `${quoted(file)} cannot be read: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function parseLine(text: string, line: number): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, error: 'This line is not valid JSON. Write one object a line: {"id": …, "text": …}.' };
  }
  const parsed = InputLine.safeParse(value);
  if (parsed.success) return { line, input: parsed.data };
  const id = z.object({ id: InputLine.shape.id }).safeParse(value);
  const where = parsed.error.issues[0]?.path.join('.') || 'the line';
  return {
    line,
    ...(id.success ? { id: id.data.id } : {}),
    error: `A field is missing or of the wrong type: ${where}. Write {"id": …, "text": …} with optional "path" and "trust".`,
  };
}
