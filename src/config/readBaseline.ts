import { Baseline } from '../protocol/config';
import type { Problem } from '../protocol/written/problem';
import { readJsonc, type Jsonc } from './jsonc';
import { schemaProblems } from './schemaProblems';

/** A baseline as it was read, or all that is wrong with it. */
export type ReadBaseline = { baseline: Baseline; read: Jsonc; problems: [] } | { problems: Problem[] };

/** Reads the text of a baseline. */
export function readBaseline(text: string): ReadBaseline {
  const read = readJsonc(text);
  if (read.problems.length > 0) return { problems: read.problems };
  const parsed = Baseline.safeParse(read.value);
  if (!parsed.success) return { problems: schemaProblems(Baseline, parsed.error, read) };
  return { baseline: parsed.data, read, problems: [] };
}
