import type { RuleDescription, ScanResult, ScannedFile } from '../../protocol/scan';
import type { FileByFile, Unread } from '../../report/findings/fileByFile';
import { findingsJson, findingsJsonLines } from '../../report/findings/findingsJson';
import { findingsText } from '../../report/findings/findingsText';
import { github } from '../../report/findings/github';
import { junit } from '../../report/findings/junit';
import { sarif } from '../../report/findings/sarif';
import { isFailure } from '../outcome';
import type { ScanOptions } from './options';

/** A scan that is going on. */
export interface RunningScan {
  head: Pick<ScanResult, 'schemaVersion' | 'tool'>;
  files: AsyncIterable<ScannedFile>;
  /** What was left out; whole once all files are through. */
  errors(): Unread;
  /** All rules that were looked for; whole once all files are through. */
  rules(): readonly RuleDescription[];
}

/** The result of a scan in the form that is asked for, piece by piece as it goes on where the form allows that. */
export async function* resultText(scan: RunningScan, options: ScanOptions): AsyncGenerator<string> {
  const format = fileByFile(scan.head, options);
  if (!format) {
    yield await wholeText(scan, options);
    return;
  }
  for await (const file of scan.files) yield format.ofFile(file);
  yield format.atEnd(scan.errors());
}

function fileByFile(head: RunningScan['head'], { format }: ScanOptions): FileByFile | undefined {
  if (format === 'text') return findingsText();
  if (format === 'jsonl') return findingsJsonLines(head);
  return format === 'github' ? github : undefined;
}

/** Forms that say at their beginning what is known at the end, or are one document that an end makes whole. */
async function wholeText(scan: RunningScan, { format, failOn }: ScanOptions): Promise<string> {
  const files: ScannedFile[] = [];
  for await (const file of scan.files) files.push(file);
  const errors = scan.errors();
  const result: ScanResult = { ...scan.head, files, ...(errors.length > 0 ? { errors } : {}) };
  if (format === 'sarif') return sarif(result, scan.rules());
  if (format === 'junit') return junit(result, (finding) => isFailure(finding, failOn));
  return findingsJson(result);
}
