// Checks the bundled model and writes down what its maps show, so that its first run needs not: `npx tsx scripts/writeChecks.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksOfModel } from './checksOfModel';

const ROOT = path.resolve(import.meta.dirname, '..');

async function writeChecks(): Promise<void> {
  const { sha256, checks } = await checksOfModel(path.join(ROOT, 'media/model'));
  mkdirSync(path.join(ROOT, 'media/checks'), { recursive: true });
  const file = `media/checks/${sha256}.json`;
  writeFileSync(path.join(ROOT, file), `${JSON.stringify(checks)}\n`);
  console.log(`Written: ${file}`);
}

void writeChecks();
