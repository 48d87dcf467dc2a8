import { SCHEMA_VERSION } from './analysis';
import { Finding, Severity } from './finding';
import { z } from './schema';

/** One scanned text. `path` as it was named, or relative to the folder that was named. */
export const ScannedFile = z.object({ path: z.string(), findings: z.array(Finding) });
export type ScannedFile = z.infer<typeof ScannedFile>;

/** What `attnscope scan` found. */
export const ScanResult = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  files: z.array(ScannedFile),
  /** Files that could not be scanned, and folders in which no prompt was recognised: with any the run is incomplete. */
  errors: z.optional(z.array(z.object({ path: z.string(), error: z.string() }))),
});
export type ScanResult = z.infer<typeof ScanResult>;

/** What is said about a rule wherever its findings are listed. */
export const RuleDescription = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  todo: z.string(),
  /** Severity in untrusted text, the gravest that the rule has. */
  severity: Severity,
});
export type RuleDescription = z.infer<typeof RuleDescription>;
