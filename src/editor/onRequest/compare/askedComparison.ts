/** Kind of the tab of a comparison; package.json names it for the window that is reloaded. */
export const COMPARISON_TAB = 'attnscope.comparison';

/** What is compared, by the addresses of documents: enough to compare it again, without its texts. */
export type AskedComparison =
  | { kind: 'files'; before: string; after: string }
  /** As it is saved, and as it stands in the editor. */
  | { kind: 'saved'; document: string }
  /** At a git revision, and as it stands in the editor. */
  | { kind: 'revision'; document: string; revision: string };
