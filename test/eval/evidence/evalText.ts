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
  /** `orders`: a clean one in which somebody gives orders to people. */
  kind: 'planted' | 'clean' | 'orders';
  /** What was planted, UTF-16. */
  span?: SourceRange;
}

/** Texts of like length that stand against each other. */
export interface EvalSet {
  name: string;
  unit: 'window' | 'file' | 'document';
  /** The probe that warns of such texts, and how far they are believed. */
  probe: ProbeName;
  texts: EvalText[];
}

/** Sets and what the n-grams are fitted on for them: no source of `training` is in a set. */
export interface EvalTask {
  sets: EvalSet[];
  training: Pick<Composed, 'text' | 'plants' | 'sentences'>[];
}

const shared = path.resolve(import.meta.dirname, '../../../../shared');

/** Lines of a file kept beside the project; `null` where it is absent. */
export function readShared<T>(file: string): T[] | null {
  const full = path.join(shared, file);
  if (!existsSync(full)) return null;
  return gunzipSync(readFileSync(full))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
