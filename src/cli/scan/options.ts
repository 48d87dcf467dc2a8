import type { FailOn } from '../outcome';

/** The forms in which a scan is written. */
export const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'junit'] as const;

/** What `attnscope scan` was asked for, beside files. */
export interface ScanOptions {
  inputJsonl?: string;
  format: (typeof FORMATS)[number];
  out?: string;
  failOn: FailOn;
  include?: string[];
  ignore: boolean;
  config?: string | false;
  baseline?: string;
  writeBaseline?: string;
  reason?: string;
  newOnly?: boolean;
  since?: string;
}
