/** The settings of a folder, `.attnscope.json`, as they are written. What each key means in full: docs/config.md. */
import { Severity } from './finding';
import { z } from './schema';

const say = z.describe;

/** The name of the file, in the folder whose files it is for. */
export const CONFIG_FILE = '.attnscope.json';

const Text = z.string().check(z.minLength(1));
const Globs = z.array(Text);
const RuleName = z.string().check(z.regex(/^[a-z][a-z\d-]*\/(?:[a-z\d][a-z\d-]*|\*)$/));
/** A day in UTC, as `2027-01-31`. */
const Day = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

const RuleSetting = z.enum(['off', ...Severity.options]);
export type RuleSetting = z.infer<typeof RuleSetting>;
const RuleSettings = z
  .record(z.string(), RuleSetting)
  .check(say('By the name of a rule, or family/*: off, or the severity of its findings.'));
export type RuleSettings = z.infer<typeof RuleSettings>;

/** A rule of a workspace's own. */
export const UserRule = z.strictObject({
  id: z
    .string()
    .check(z.regex(/^[a-z][a-z\d-]*\/[a-z\d][a-z\d-]*$/))
    .check(say('family/slug, of a family of your own.')),
  message: z
    .string()
    .check(z.minLength(1), z.maxLength(200))
    .check(say('What was found, in one line. Coding agents read it: it must not repeat what it warns of.')),
  severity: z.optional(
    z
      .union([
        Severity,
        z.strictObject({
          author: z.optional(RuleSetting),
          user: z.optional(RuleSetting),
          untrusted: z.optional(RuleSetting),
        }),
      ])
      .check(say('One severity, or one by who speaks; warning where it is not given.')),
  ),
  phrases: z.optional(
    z
      .array(Text)
      .check(z.minLength(1))
      .check(say('Words in a row, whatever their case, spacing and disguise.')),
  ),
  pattern: z.optional(
    Text.check(say('A regular expression in the syntax of RE2, over the text in plain letters.')),
  ),
  valid: z.optional(z.array(z.string()).check(say('Texts that the rule must leave alone.'))),
  invalid: z
    .array(z.string())
    .check(z.minLength(1))
    .check(say('Texts in which the rule must find something.')),
});
export type UserRule = z.infer<typeof UserRule>;

/** A suppression for files, written beside them. */
export const ConfigSuppression = z.strictObject({
  rule: RuleName.check(say('The rule, or family/* for each of a family.')),
  files: z.optional(Globs.check(say('The files in which it is suppressed; all where it is not given.'))),
  reason: z.string().check(z.regex(/\p{L}/u)).check(say('Why it may stay.')),
  until: z.optional(Day.check(say('The last day on which it counts, as 2027-01-31, in UTC.'))),
});
export type ConfigSuppression = z.infer<typeof ConfigSuppression>;

export const Config = z.strictObject({
  $schema: z.optional(z.string()),
  include: z.optional(Globs.check(say('Files to scan beside those that are prompts by their name.'))),
  exclude: z.optional(Globs.check(say('Files not to scan, as .gitignore writes them.'))),
  untrusted: z.optional(Globs.check(say('Files whose whole text is data of strangers.'))),
  dataTags: z.optional(
    z.array(Text).check(say('Names of tags and fences whose content is data, beside those that are known.')),
  ),
  rules: z.optional(RuleSettings),
  overrides: z.optional(
    z
      .array(z.strictObject({ files: Globs.check(z.minLength(1)), rules: RuleSettings }))
      .check(say('Settings of rules for some files; the last that names a rule decides.')),
  ),
  userRules: z.optional(z.array(UserRule).check(say('Rules of your own.'))),
  suppressions: z.optional(
    z.array(ConfigSuppression).check(say('Findings that are to stay, with the reason.')),
  ),
  baseline: z.optional(Text.check(say('A file of known findings, as --write-baseline writes it.'))),
});
export type Config = z.infer<typeof Config>;

/** A finding that is known and stays. */
export const BaselineEntry = z.strictObject({
  rule: RuleName,
  /** Path or glob below the folder of the baseline. */
  path: Text,
  /** Of rule and marked text. */
  fingerprint: Text,
  /** Of what stands around it. */
  context: z.string(),
  reason: z.string().check(z.regex(/\p{L}/u)),
  until: z.optional(Day),
});
export type BaselineEntry = z.infer<typeof BaselineEntry>;

/** A file of findings that are known. It holds none of their words. */
export const Baseline = z.strictObject({
  schemaVersion: z.literal(1),
  findings: z.array(BaselineEntry),
});
export type Baseline = z.infer<typeof Baseline>;

/** What is decided for a text beside it. */
/** A place in a file that somebody wrote: from 1, the end left out. */
export const WrittenAt = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
});
export type WrittenAt = z.infer<typeof WrittenAt>;

export const ScanSettings = z.object({
  config: Config,
  /** Path of the text below the folder of the settings, with slashes. */
  path: z.string(),
  /** What the baseline knows of this text; each with its place among all of the baseline. */
  baseline: z.array(z.extend(BaselineEntry, { index: z.int() })),
  /** Where they say that the text is not to be trusted, if they do; only an editor asks. */
  untrustedAt: z.optional(WrittenAt),
});
export type ScanSettings = z.infer<typeof ScanSettings>;
