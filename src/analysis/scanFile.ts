import type { Source } from '../protocol/document';
import { AttnscopeError, toWireError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import { scanText, type ScannedText } from './readDocument';

/** Longest error kept, UTF-16 code units. */
const LONGEST_ERROR = 600;

/** What was found in a file and its text, or why it could not be scanned. */
export type FileScan = (ScannedText & { text: string }) | { path: string; error: string };

/** Scans a file. One that cannot be read or scanned is reported by its name, so that it does not hide others. */
export async function scanFile(path: string, read: () => Promise<Source>): Promise<FileScan> {
  try {
    const source = await read();
    return { ...(await scanText(source)), text: source.text };
  } catch (error) {
    return { path, error: plainText(named(path, error), LONGEST_ERROR) };
  }
}

/** Our own errors name the file; others do not. */
function named(path: string, error: unknown): string {
  const { message } = toWireError(error);
  return error instanceof AttnscopeError ? message : `${quoted(path)} could not be scanned: ${message}`;
}
