import type { ScanResult } from '../../protocol/scan';
import { safeJson } from '../safeJson';

/** The result of a scan as one JSON document. */
export function findingsJson(scan: ScanResult): string {
  return `${safeJson(scan, 2)}\n`;
}

/** The result of a scan as JSON Lines: one line a file, one with its error for each path that was left out. */
export function* findingsJsonLines({ files, errors = [], ...head }: ScanResult): Generator<string> {
  for (const list of [files, errors]) for (const line of list) yield `${safeJson({ ...head, ...line })}\n`;
}
