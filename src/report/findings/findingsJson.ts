import type { ScanResult } from '../../protocol/scan';
import { safeJson } from '../safeJson';
import type { FileByFile } from './fileByFile';

/** The result of a scan as one JSON document. */
export function findingsJson(scan: ScanResult): string {
  return `${safeJson(scan, 2)}\n`;
}

/** The result of a scan as JSON Lines: one line a file, one with its error for each path that was left out. */
export function findingsJsonLines({ schemaVersion, tool }: Omit<ScanResult, 'files'>): FileByFile {
  const line = (what: object) => `${safeJson({ schemaVersion, tool, ...what })}\n`;
  return { ofFile: line, atEnd: (errors) => errors.map(line).join('') };
}
