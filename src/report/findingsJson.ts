import type { ScanResult } from '../protocol/scan';
import { safeJson } from './safeJson';

/** The result of a scan as one JSON document. */
export function findingsJson(scan: ScanResult): string {
  return `${safeJson(scan, 2)}\n`;
}

/** The result of a scan as JSON Lines, one line a file. */
export function findingsJsonLines(scan: ScanResult): string {
  const { files, ...head } = scan;
  return files.map((file) => `${safeJson({ ...head, ...file })}\n`).join('');
}
