// Writes the study's own set of labelled texts anew: `npm run study:texts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { composeSet } from './composeSet';

mkdirSync('test/fixtures/study', { recursive: true });
writeFileSync(
  'test/fixtures/study/prompts.jsonl',
  `${composeSet()
    .map((line) => JSON.stringify(line))
    .join('\n')}\n`,
);
