import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { StudyReport } from '../../../src/protocol/measured/study';
import { folder, run } from './runCli';

/** On two cores. */
const LONGEST_MS = 30 * 60_000;

it(
  'the whole study ends within half an hour, and one seed gives the same numbers twice',
  () => {
    const once = (name: string) => {
      const started = performance.now();
      expect(run(['study', '--out', name], undefined, LONGEST_MS).status).toBe(0);
      console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
      return readFileSync(path.join(folder, name), 'utf8');
    };
    const first = once('first.json');
    expect(StudyReport.parse(JSON.parse(first)).set.prompts).toBe(180);
    expect(once('second.json')).toBe(first);
  },
  2 * LONGEST_MS,
);
