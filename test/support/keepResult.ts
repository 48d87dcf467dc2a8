import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resultFile, type ModelResult } from '../../scripts/modelTable';

const root = path.resolve(import.meta.dirname, '../..');

/** Keeps what came of a model, for the tables of docs/models.md. */
export function keepResult(result: ModelResult): void {
  const file = path.join(root, resultFile(result));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}
