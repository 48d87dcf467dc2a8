import { basename } from 'node:path';
import type { Piece } from '../../calibration/plants/composeTexts';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { z } from '../../protocol/schema';
import { listFiles } from '../../files/listFiles';
import { isFolder, readText } from '../../files/readInput';

const CleanLine = z.object({ text: z.string() });
const PlantLine = z.object({ text: z.string(), source: z.optional(z.string()) });

/**
 * The clean texts of a folder of prompt files, or of JSON Lines; files that cannot be read are told on stderr.
 *
 * @throws AttnscopeError `bad-input` where there is none, or a line is wrong.
 */
export async function readCleanTexts(path: string): Promise<string[]> {
  if (!(await isFolder(path))) return (await readLines(path, CleanLine)).map(({ text }) => text);
  const { files, errors } = await listFiles([path]);
  const texts: string[] = [];
  for (const { error } of errors) process.stderr.write(`${error}\n`);
  for (const file of files) {
    try {
      texts.push(await readText(file));
    } catch (error) {
      if (!(error instanceof AttnscopeError)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  }
  return texts;
}

/** Plants of a person's own; those without a source are all of one family, named after the file. */
export async function readPlants(path: string): Promise<Piece[]> {
  const lines = await readLines(path, PlantLine);
  return lines.map(({ text, source }) => ({ text, source: source ?? `given:${basename(path)}` }));
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readText(path);
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    throw new AttnscopeError(
      'bad-input',
      `${quoted(path)}, line ${i + 1}, is no object with a "text". Write one object a line: {"text": …}.`,
    );
  });
}
