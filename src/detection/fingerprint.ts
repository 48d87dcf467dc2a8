import { createHash } from 'node:crypto';
import type { SourceRange } from '../protocol/prompt';
import { foldText } from './folding/foldText';

/** Characters on each side of a finding that tell it from others of the same words; UTF-16 code units. */
const AROUND = 60;

/** Names what a rule marked, whatever stands elsewhere: spacing, case and disguises of its letters make no difference. */
export function fingerprintOf(rule: string, matched: string, occurrence = 0): string {
  return fingerprintOfPlain(rule, plain(matched), occurrence);
}

/** The same of what was marked without its disguises, as `plain` gives it. */
export function fingerprintOfPlain(rule: string, said: string, occurrence: number): string {
  return hash(`${rule}\n${said}\n${occurrence}`, 16);
}

/** What stands around a finding, to tell it from others with the same fingerprint. */
export function contextOf(text: string, { start, end }: SourceRange): string {
  const before = plain(text.slice(Math.max(0, start - AROUND), start));
  return hash(`${before}\n${plain(text.slice(end, end + AROUND))}`, 8);
}

/** A text without what an edit may change and nobody sees. */
export function plain(text: string): string {
  return foldText(text).folded.toLowerCase().replace(/\s+/g, ' ').trim();
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
