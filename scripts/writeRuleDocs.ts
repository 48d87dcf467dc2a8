// Writes the pages under docs/rules anew from the rules' own data: `npx tsx scripts/writeRuleDocs.ts`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ruleDocs } from './ruleDocs';

async function writeRuleDocs(): Promise<void> {
  const pages = await ruleDocs();
  rmSync('docs/rules', { recursive: true, force: true });
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

void writeRuleDocs();
