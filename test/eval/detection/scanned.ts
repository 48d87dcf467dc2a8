import { scanDocument } from '../../../src/analysis/readDocument';
import type { Finding } from '../../../src/protocol/finding';
import type { Trust } from '../../../src/protocol/prompt';
import type { Row } from './rows';

/** A row, and what counts in it by who is taken to speak. */
export interface Scanned {
  row: Row;
  findings: Readonly<Record<Trust, readonly Finding[]>>;
}

/** Scans a row once for each trust, as the command line does. Plain texts speak with the author's voice at most. */
export async function scanRow(row: Row): Promise<Scanned> {
  const attack = !row.kind.startsWith('benign') && row.kind !== 'clean-twin';
  const author = await counted(row, 'author');
  return {
    row,
    findings: {
      author,
      user: attack ? await counted(row, 'user') : author,
      untrusted: attack || row.kind === 'clean-twin' ? await counted(row, 'untrusted') : author,
    },
  };
}

/** Findings on the planted span where the clean twin has none there; all where nothing was planted. */
async function counted(row: Row, trust: Trust): Promise<Finding[]> {
  const find = (text: string): Promise<Finding[]> => scanDocument({ text, path: row.path, trust });
  const findings = await find(row.text);
  if (!row.span || findings.length === 0) return findings;
  const [start, end] = row.span;
  const twin = await find(row.text.slice(0, start) + row.text.slice(end));
  if (twin.some((finding) => finding.start <= start && finding.end >= start)) return [];
  return findings.filter((finding) => finding.start < end && finding.end > start);
}

export function isGrave({ severity }: Finding): boolean {
  return severity === 'warning' || severity === 'error';
}
