import type { Source } from '../protocol/document';
import { AttnscopeError, toWireError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import type { ScanResult, ScannedFile } from '../protocol/scan';
import { scanText, type ScannedText } from './readDocument';

/** Longest error kept, UTF-16 code units. */
const LONGEST_ERROR = 600;

/** What was found in files, and which of them could not be scanned. */
export type ScannedFiles = Pick<ScanResult, 'files'> & { errors: NonNullable<ScanResult['errors']> };

/**
 * Scans files one after the other; the text of each is given up before the next is read. One that cannot be
 * read or scanned is reported by its name and does not hide the others.
 *
 * @param made what the result says of a file; all that was found where it is not given
 */
export async function scanFiles(
  paths: readonly string[],
  read: (path: string, index: number) => Promise<Source>,
  made: (path: string, source: Source, scanned: ScannedText, index: number) => ScannedFile = asFound,
): Promise<ScannedFiles> {
  const files: ScannedFiles['files'] = [];
  const errors: ScannedFiles['errors'] = [];
  for (const [index, path] of paths.entries()) {
    try {
      const source = await read(path, index);
      files.push(made(path, source, await scanText(source), index));
    } catch (error) {
      errors.push({ path, error: plainText(named(path, error), LONGEST_ERROR) });
    }
  }
  return { files, errors };
}

function asFound(path: string, _source: Source, { findings }: ScannedText): ScannedFile {
  return { path, findings };
}

/** Our own errors name the file; others do not. */
function named(path: string, error: unknown): string {
  const { message } = toWireError(error);
  return error instanceof AttnscopeError ? message : `${quoted(path)} could not be scanned: ${message}`;
}
