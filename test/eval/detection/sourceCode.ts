import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RowSet } from './rows';

const root = path.resolve(import.meta.dirname, '../../..');
/** Files are taken evenly from all packages, and no more than so many. */
const MOST = 1_500;
const LONGEST = 100_000;

/** Source code of other people: that of the packages the project is built with. */
export function readSourceCode(): RowSet {
  const folder = path.join(root, 'node_modules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:js|cjs|mjs|ts|py)$/.test(file))
    .sort();
  const step = Math.max(1, Math.floor(files.length / MOST));
  const rows = files
    .filter((_, index) => index % step === 0)
    .map((file) => ({
      id: file,
      source: 'packages',
      kind: 'benign-source-code',
      path: file,
      text: readFileSync(path.join(folder, file), 'utf8').slice(0, LONGEST),
    }));
  return { name: 'code', rows };
}
