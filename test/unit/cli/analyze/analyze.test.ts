import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { analyzeCommand } from '../../../../src/cli/analyze/analyze';
import type { Child } from '../../../../src/inference/client/childProcess';
import type { InferenceSettings } from '../../../../src/protocol/borders/inference';

/** What each process was started with; all end at once. */
const started = vi.hoisted(() => [] as InferenceSettings[]);
vi.mock('../../../../src/inference/client/childProcess', () => ({
  spawnChild: (_path: string, settings: InferenceSettings): Child => {
    started.push(settings);
    return {
      pid: undefined,
      post: () => undefined,
      onMessage: () => () => undefined,
      onExit: (listener) => setImmediate(() => listener({ code: 1, signal: null, lastWords: '' })),
      kill: () => undefined,
    };
  },
}));

const prompt = path.resolve(import.meta.dirname, '../../../../media/examples/support-mail.prompt.md');

it.each([
  ['text', 0],
  ['json', 0],
  ['jsonl', 0],
  ['html', undefined],
])('the process is told to keep maps only for a format that shows them: %s', async (format, mapBytes) => {
  started.length = 0;
  const run = analyzeCommand('0').parseAsync([prompt, '--format', format], { from: 'user' });
  await expect(run).rejects.toThrow(/exit code 1/);
  expect(started.map((settings) => settings.mapBytes)).toEqual([mapBytes]);
});
