/** The border between the extension and the thread that scans texts. */
import { Document, Source } from '../document';
import { Finding, HiddenText } from '../finding';
import { FixableFinding } from '../fix';
import { SourceRange } from '../prompt';
import { RuleDescription } from '../scan';
import { z } from '../schema';
import { Why } from '../why';

const count = z.int().check(z.nonnegative());

/** As people count: from 1, the end left out. */
const Place = z.object({ line: count, column: count, endLine: count, endColumn: count });

/** Where a text stands on the disk: settings near it count. */
export const OnDisk = z.object({
  file: z.string(),
  /** The open folder that it is in, if any. */
  root: z.optional(z.string()),
});
export type OnDisk = z.infer<typeof OnDisk>;

/** What the settings beside a file say of scanning it: that it is, whatever it is called, or that it is not. */
export const Decided = z.object({
  scan: z.boolean(),
  /** The file of settings. */
  by: z.string(),
});
export type Decided = z.infer<typeof Decided>;

/** A file of settings that cannot be used, and the places in it that are wrong. */
export const WrongSettings = z.object({
  file: z.string(),
  problems: z.array(z.extend(Place, { message: z.string() })),
  /** Whether editors tell of them by the schema of the file. */
  bySchema: z.boolean(),
});
export type WrongSettings = z.infer<typeof WrongSettings>;

/** A stretch of a document that readers of the page do not see: a comment, or text hidden by style, size or colour. */
export const Unseen = z.extend(SourceRange, { by: z.enum(['comment', 'style']) });
export type Unseen = z.infer<typeof Unseen>;

/** A text of the editor. */
const Edited = z.extend(Source, { disk: z.optional(OnDisk) });

/** A folder whose prompt files are scanned, and what the settings say of them. */
export const ScanFolder = z.object({
  /** Where it is on the disk. */
  path: z.string(),
  /** Globs of files to scan beside the prompt files, and of files to leave out; below the folder. */
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  /** UTF-16 code units of a file that are checked; the rest is not. */
  maxLength: z.int().check(z.positive()),
  untrusted: z.enum(['error', 'information']),
});
export type ScanFolder = z.infer<typeof ScanFolder>;

/** How far a scan of folders has come. */
export const FoldersProgress = z.object({
  /** Files to read, and those that were. */
  files: count,
  read: count,
  /** Files in which something was found since it was told last. */
  found: z.array(z.object({ path: z.string(), findings: z.array(Finding) })),
});
export type FoldersProgress = z.infer<typeof FoldersProgress>;

/** What became of the files of folders; what was found in them was told meanwhile. */
export const FoldersScan = z.object({
  /** Files that were read, and those of them that are longer than what was checked. */
  read: count,
  cut: count,
  /** Files and folders that could not be read, and why. */
  unread: z.array(z.object({ path: z.string(), error: z.string() })),
});
export type FoldersScan = z.infer<typeof FoldersScan>;

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text, with their fixes, and what in it nobody sees: characters, and stretches of a page. */
  scan: {
    params: Edited,
    result: z.object({
      findings: z.array(FixableFinding),
      hidden: z.array(HiddenText),
      unseen: z.array(Unseen),
    }),
  },
  /** Ways to do away with findings in a text that were made elsewhere. */
  fix: {
    params: z.extend(Edited, { findings: z.array(Finding) }),
    result: z.object({ findings: z.array(FixableFinding) }),
  },
  /** The prompts that a text holds, and the markers in them. */
  read: { params: Edited, result: Document },
  /** Markers in the prompt files of folders; the findings are told as progress. */
  scanFolders: { params: z.object({ folders: z.array(ScanFolder) }), result: FoldersScan },
  /** What is decided beside a file about scanning it, `null` where nothing is, and what keeps it from being decided. */
  decides: {
    params: z.object({ disk: OnDisk }),
    result: z.object({ decided: z.nullable(Decided), wrong: z.optional(WrongSettings) }),
  },
  /** Why rules do, or do not, report what stands at a place of a text. */
  why: { params: z.extend(Edited, { at: SourceRange }), result: Why },
  /** The comment that suppresses a finding, as an edit; `null` where none would count. */
  suppression: {
    params: z.extend(Source, {
      finding: z.object({ rule: z.string(), start: count }),
      wanted: z.object({ where: z.enum(['line', 'file']), reason: z.string() }),
    }),
    result: z.object({ edit: z.nullable(z.extend(SourceRange, { text: z.string() })) }),
  },
  /** Answered once the thread can work. */
  ready: { params: z.object({}), result: z.object({}) },
  /** What is said about each rule. */
  rules: { params: z.object({}), result: z.object({ rules: z.array(RuleDescription) }) },
} as const;
