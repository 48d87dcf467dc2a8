import type { ScanResult, ScannedFile } from '../../protocol/scan';

/** Paths that were left out, with the reason of each. */
export type Unread = NonNullable<ScanResult['errors']>;

/** How a result is written while the scan goes on: no file has to be kept for those that come after it. */
export interface FileByFile {
  /** What is written of a file; nothing where there is nothing to say. */
  ofFile(file: ScannedFile): string;
  /** What follows the last file. */
  atEnd(errors: Unread): string;
}

/** The text of a scan that is through. */
export function whole({ files, errors = [] }: ScanResult, { ofFile, atEnd }: FileByFile): string {
  return files.map((file) => ofFile(file)).join('') + atEnd(errors);
}
