import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHandlers } from '../../../src/inference/worker/handlers';
import { readPrompt } from '../../../src/prompts/readPrompt';
import { pack } from '../../../src/protocol/borders/packed';
import { bundled, median, numberOf, type Part, root, timed } from './figures';

/** Words that are one token each in the bundled model. */
const WORDS =
  ' note ferry island nine coat water system people long harbour list table green house river'.split(' ');
const TOKENS = 512;

/** Prompts of as many tokens; two of them begin alike up to a word. */
function text(seed: number, editedFrom = TOKENS, edit = 0): string {
  const word = (at: number) =>
    WORDS[1 + ((at * at + seed * 7 + (at >= editedFrom ? edit : 0)) % (WORDS.length - 1))];
  return Array.from({ length: TOKENS }, (_, at) => word(at)).join(' ');
}

/** A prompt of 512 tokens that was edited in its last tenth, against one that is read whole. */
export const edit: Part = async () => {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  const handlers = createHandlers({ cacheFolder, probesFolder: path.join(root, 'media/probes') });
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const analyze = (prompt: string) =>
    timed(async () => {
      const input = pack(readPrompt(prompt, {}, 'raw'));
      await handlers.analyze({ model: bundled, input, spans: [], overflow: 'refuse' }, context);
    });
  const rounds = numberOf('ATTNSCOPE_BENCH_ROUNDS', 7);
  const times: { whole: number; edited: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const whole = await analyze(text(round));
    const edited = await analyze(text(round, Math.floor(0.95 * TOKENS), 1));
    // The first round warms up.
    if (round > 0) times.push({ whole, edited });
  }
  rmSync(cacheFolder, { recursive: true });
  const of = (what: 'whole' | 'edited') => median(times.map((time) => time[what]));
  return [
    { name: 'analysis of 512 tokens, read whole', value: of('whole'), unit: 'ms' },
    { name: 'analysis after an edit in the last tenth', value: of('edited'), unit: 'ms' },
    {
      ...{
        name: 'read whole / after the edit',
        value: median(times.map(({ whole, edited }) => whole / edited)),
      },
      ...{ unit: 'x', goal: '>= 4' },
    },
  ];
};
