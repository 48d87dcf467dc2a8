// Writes the study's own set of labelled texts, and the example of docs/study.md, anew: `npm run study:texts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { composeSet, exampleOf, type SetLine } from './composeSet';

const folder = 'test/fixtures/study';
const linesOf = (set: readonly SetLine[]) => `${set.map((line) => JSON.stringify(line)).join('\n')}\n`;

mkdirSync(folder, { recursive: true });
const set = composeSet();
writeFileSync(`${folder}/prompts.jsonl`, linesOf(set));
writeFileSync(`${folder}/example.jsonl`, linesOf(exampleOf(set)));
