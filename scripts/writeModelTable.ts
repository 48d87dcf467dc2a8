// Writes the tables of docs/models.md anew from the results of the model tests, in out/models: npx tsx scripts/writeModelTable.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { withModelTables } from './modelTable';
import { modelResults } from './modelResults';

const page = 'docs/models.md';
writeFileSync(page, withModelTables(readFileSync(page, 'utf8'), modelResults(process.cwd())));
