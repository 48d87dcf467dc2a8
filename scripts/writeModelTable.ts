// Writes the table of docs/models.md anew from the results of the model tests, in out/models: npx tsx scripts/writeModelTable.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { withModelTable } from './modelTable';
import { modelResults } from './modelResults';

const page = 'docs/models.md';
writeFileSync(page, withModelTable(readFileSync(page, 'utf8'), modelResults(process.cwd())));
