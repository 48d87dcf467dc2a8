import type { SuppressedBy } from '../protocol/finding';
import type { Segment, SourceRange } from '../protocol/prompt';

/** What a suppression covers of a text. */
export type Covered =
  | { kind: 'file' }
  /** Findings that begin on this line, counted from 1. */
  | { kind: 'line'; line: number }
  /** One finding with this fingerprint, by preference the one with this context. */
  | { kind: 'finding'; fingerprint: string; context: string };

/** Why a suppression is not applied. */
export type Refusal = 'no-reason' | 'malformed' | 'in-data';

/** A suppression as it was written for one text. */
export interface Suppression {
  by: SuppressedBy;
  /** Ids of rules; `family/*` stands for each of a family. */
  rules: readonly string[];
  reason: string;
  /** The last day on which it counts, as `2027-01-31`. */
  until?: string;
  covers: Covered;
  refused?: Refusal;
  /** Its place in the list of a file beside the text, where it was written in one. */
  index?: number;
  /** Where it stands in the text; nothing where it was written elsewhere. */
  written?: SourceRange & { segment: Pick<Segment, 'role' | 'trust'> };
}

/** What stands for each rule of the family of one. */
export function familyOf(rule: string): string {
  return `${rule.split('/')[0]}/*`;
}

/** Whether a day is over; days as `2027-01-31`, which the order of texts compares. */
export function isOver(until: string | undefined, today: string): boolean {
  return until !== undefined && until < today;
}

/** A day as suppressions write it, in UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
