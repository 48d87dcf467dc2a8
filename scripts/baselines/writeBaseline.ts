import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelSummary } from '../../src/protocol/analysis';
import type { ModelBaseline, RowBaseline } from '../../src/protocol/learned/baseline';
import type { HeadProfile } from '../../src/protocol/requests/heads';
import type { PeaksOfText } from './peaksOf';

const FOLDER = path.resolve(import.meta.dirname, '../../media/baselines');

/** Writes what was learned of a model into the file that is named after its hash. */
export function writeBaseline(
  { name, sha256 }: ModelSummary,
  texts: readonly PeaksOfText[],
  rows: RowBaseline,
  heads: HeadProfile,
): void {
  const baseline: ModelBaseline = {
    schemaVersion: 1,
    model: { name, sha256 },
    texts: texts.length,
    tokens: texts.reduce((sum, { tokens }) => sum + tokens, 0),
    rows,
    heads,
  };
  mkdirSync(FOLDER, { recursive: true });
  const json = JSON.stringify(baseline, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value,
  );
  writeFileSync(path.join(FOLDER, `${sha256}.json`), `${json}\n`);
}
