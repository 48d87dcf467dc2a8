import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Composed } from '../../../src/calibration/plants/composeTexts';
import type { ProbeName } from '../../../src/protocol/requests/probes';
import type { ReadAs, SourceRange } from '../../../src/protocol/prompt';

/** A text that scores are measured on. */
export interface EvalText {
  /** What the tables are divided by: for planted texts the source of what was planted, else that of the text. */
  source: string;
  text: string;
  as: ReadAs;
  /** `orders`: somebody gives orders to people where another text has its plant; `statements`: says something there. */
  kind: 'planted' | 'clean' | 'orders' | 'statements';
  /** What was planted, UTF-16. */
  span?: SourceRange;
  /** Texts that differ in one place only share it: a resample takes all of them or none. */
  twin: string;
}

/** Texts of like length that stand against each other. */
export interface EvalSet {
  name: string;
  unit: 'window' | 'file' | 'document';
  /** The probe that warns of such texts, and how far they are believed. */
  probe: ProbeName;
  /** Most tokens of a text that are read. */
  tokens: number;
  texts: EvalText[];
}

/** Sets and what the n-grams are fitted on for them: no source of `training` is in a set. */
export interface EvalTask {
  sets: EvalSet[];
  training: Pick<Composed, 'text' | 'plants' | 'sentences'>[];
}

/** A line of prompts-open or prompts-field. */
export interface Row {
  source: string;
  kind: string;
  text: string;
  span?: [start: number, end: number];
  family?: string;
  hard?: boolean;
  mentions_attack?: boolean;
}

const shared = path.resolve(import.meta.dirname, '../../../../shared');

/** Lines of a file kept beside the project; `null` where it is absent. */
export function readShared<T>(file: string): T[] | null {
  return readLines<T>(path.join(shared, file));
}

/** Lines of a file of JSON Lines, packed or not; `null` where it is absent. */
export function readLines<T>(file: string): T[] | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** A piece of a text of whole lines, if its lines allow. */
export function cut(text: string, from: number, length: number): string {
  const start = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  const piece = text.slice(start, start + length);
  const end = start + length < text.length ? piece.lastIndexOf('\n') : piece.length;
  return end > length / 2 ? piece.slice(0, end) : piece;
}
