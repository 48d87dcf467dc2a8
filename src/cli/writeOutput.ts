import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AttnscopeError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';

/** Longest path shown, UTF-16 code units. */
const LONGEST_PATH = 400;

/**
 * Writes a result to a file, or to standard output where none is named; says on stderr where a file is.
 *
 * @throws AttnscopeError `bad-input` where the file cannot be written.
 */
export async function writeOutput(file: string | undefined, text: string): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new AttnscopeError(
      'bad-input',
      `${quoted(file)} cannot be written. Check that its folder exists and that you may write to it.`,
      { cause: error },
    );
  }
  process.stderr.write(`Written: ${plainText(resolve(file), LONGEST_PATH, 'end')}\n`);
}
