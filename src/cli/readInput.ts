import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { decodeText } from '../prompts/decodeText';
import { AttnscopeError } from '../protocol/errors';
import { Trust } from '../protocol/prompt';
import { z } from '../protocol/schema';
import { printable } from './printable';

/**
 * Reads a file, or standard input for `-`, as the editor would hold it.
 *
 * @throws AttnscopeError `bad-input` where it is missing, a folder, unreadable or no text.
 */
export async function readText(file: string): Promise<string> {
  const name = file === '-' ? 'Standard input' : printable(file);
  let bytes: Buffer;
  try {
    bytes = file === '-' ? await readAll(process.stdin) : await readFile(file);
  } catch (error) {
    throw new AttnscopeError('bad-input', `${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof AttnscopeError) throw new AttnscopeError(error.code, `${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Whether a path names a folder. A missing path is no folder: reading it tells what is wrong. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isDirectory(),
    () => false,
  );
}

/** One line of `--input-jsonl`. */
export const InputLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  path: z.string().optional(),
  trust: Trust.optional(),
});
export type InputLine = z.infer<typeof InputLine>;

/** A line that was read, or why it could not be. `line` is 1-based. */
export type ReadLine =
  | { line: number; input: InputLine }
  | { line: number; id?: string | number; error: string };

/** Reads JSON Lines from a file or standard input (`-`), one after the other. Blank lines are skipped. */
export async function* readJsonLines(file: string): AsyncGenerator<ReadLine> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield parseLine(text, line);
    }
  } catch (error) {
    throw new AttnscopeError('bad-input', `${printable(file)} cannot be read: ${reasonOf(error)}`, { cause: error });
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

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file. Check the path.';
  if (code === 'EISDIR') return 'it is a folder. Name a file.';
  if (code === 'EACCES') return 'permission is denied. Check who may read it.';
  return `the system answered ${String(code ?? 'with an error')}.`;
}
