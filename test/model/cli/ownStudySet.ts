import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './runCli';

/** The project's own set, one prompt a line: 20 of each class and language in turn. */
const all = readFileSync(path.join(root, 'test/fixtures/study/prompts.jsonl'), 'utf8').trim().split('\n');

/** Nine prompts of each class, three of each language: of different kinds, the first written by hand. */
export const someOfEach = all.filter((_, at) => [0, 7, 14].includes(at % 20)).join('\n');
