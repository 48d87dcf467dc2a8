import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { PromptResults } from '../../protocol/promptTests/promptResults';
import { safeJson } from '../safeJson';

/** The results as one JSON document. */
export function resultsJson(results: PromptResults): string {
  return `${safeJson(results, 2)}\n`;
}

/** A line for each test, and for each thing that is wrong with a file; the last one is the verdict. */
export function resultsJsonLines({ files, model, outcome, passed, failed, errors }: PromptResults): string {
  const lines = files.flatMap(({ path, problems, tests }) => [
    ...problems.map(({ message, ...place }) => ({ path, ...place, error: message })),
    ...tests.map((test) => ({ path, ...test })),
  ]);
  return [...lines, { model, outcome, passed, failed, errors }]
    .map((line) => `${safeJson({ schemaVersion: SCHEMA_VERSION, ...line })}\n`)
    .join('');
}
