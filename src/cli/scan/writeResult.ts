import type { RuleDescription, ScanResult } from '../../protocol/scan';
import { findingsJson, findingsJsonLines } from '../../report/findings/findingsJson';
import { findingsText } from '../../report/findings/findingsText';
import { github } from '../../report/findings/github';
import { junit } from '../../report/findings/junit';
import { sarif } from '../../report/findings/sarif';
import { isFailure } from '../outcome';
import type { ScanOptions } from './options';

/** The result of a scan in the form that is asked for; line by line where there may be very many. */
export function resultText(
  result: ScanResult,
  rules: readonly RuleDescription[],
  { format, failOn }: ScanOptions,
): string | Iterable<string> {
  switch (format) {
    case 'text':
      return findingsText(result);
    case 'json':
      return findingsJson(result);
    case 'jsonl':
      return findingsJsonLines(result);
    case 'sarif':
      return sarif(result, rules);
    case 'github':
      return github(result);
    case 'junit':
      return junit(result, (finding) => isFailure(finding, failOn));
  }
}
