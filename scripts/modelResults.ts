import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelResult } from './modelTable';

/** The results that the model tests left below a folder; none where they did not run. */
export function modelResults(root: string): ModelResult[] {
  const folder = path.join(root, 'out/models');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ModelResult,
  );
}
