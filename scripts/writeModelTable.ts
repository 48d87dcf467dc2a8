// Writes the tables of docs/models.md anew from the results of the model tests, in out/models: npx tsx scripts/writeModelTable.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { withModelTables } from './modelTable';
import { modelResults } from './modelResults';

const page = 'docs/models.md';
const results = modelResults(process.cwd());
writeFileSync(page, withModelTables(readFileSync(page, 'utf8'), results));
console.log(`${page}: ${results.length} rows of out/models; rows that were not measured stay.`);
