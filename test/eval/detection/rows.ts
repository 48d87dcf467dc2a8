import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One labelled text; `span` in UTF-16 code units. What the fields mean stands beside the files. */
export interface Row {
  id: string;
  source: string;
  kind: string;
  text: string;
  path?: string;
  lang?: string;
  span?: [start: number, end: number];
  /** Kind of attack, as its source names it. */
  family?: string;
  attack?: string;
  group?: string;
  /** Whether the attack holds wording of overriding, and any trigger wording. */
  override?: boolean;
  trigger?: boolean;
  no_trigger?: boolean;
  hard?: boolean;
  mentions_attack?: boolean;
  /** A reader's verdict on what an earlier build warned of. */
  warned?: string;
}

/** A set of labelled texts. */
export interface RowSet {
  name: string;
  rows: Row[];
}

const beside = path.resolve(import.meta.dirname, '../../../../shared/eval');

/** The sets that are kept beside the project, those that are there. */
export const shared: readonly string[] = ['prompts-open', 'prompts-field'].map((name) =>
  path.join(beside, `${name}.jsonl.gz`),
);

/** The lines of a set, `null` where the file is absent. */
export function readRows(file: string): RowSet | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
  const name = path.basename(file).replace(/^prompts-|\.jsonl(?:\.gz)?$/g, '');
  return { name, rows: lines.map((line) => JSON.parse(line) as Row) };
}

/** What a row is like: rows of one family look alike, so that families are left out whole. */
export function familyOf({ family, attack, group }: Row): string {
  return family ?? attack ?? group ?? '';
}

/**
 * Whether a row belongs to the half that may be looked at while rules are written. Split by source and family;
 * of the other half only totals are counted.
 */
export function isLookedAt(row: Row): boolean {
  const family = row.kind === 'attack' ? familyOf(row) : '';
  return createHash('sha256').update(`${row.source}|${family}`).digest()[0]! % 2 === 0;
}
