import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { analyze } from '../../../src/analysis/analyze';
import { readDocument } from '../../../src/analysis/readDocument';
import type { Spawn } from '../../../src/inference/client/childProcess';
import { AttnscopeError, toWireError } from '../../../src/protocol/errors';
import { ownPlace } from '../ownClient';
import { wholeModels, writeCase } from './cases';
import { watchForHanging } from './hanging';
import { watchOpened } from './opened';

const TEXT = 'w2 w3 w4 the ferry leaves at nine';
const MOST_BYTES = 2e9;

/** Reads `count` models of which one file was changed at random, and holds how each ends to the contract. */
export function fuzzModels(count: number, firstSeed: number): void {
  const { folder, start } = ownPlace();
  const cacheFolder = path.join(folder, 'cache');
  const cases = path.join(folder, 'cases');
  const watched = watchOpened(path.join(folder, 'opened.log'));
  let pid: number | undefined;
  const spawn: Spawn = (...how) => {
    const child = watched.spawn(...how);
    pid = child.pid;
    return child;
  };
  const client = start({ cacheFolder, threads: 1 }, spawn);

  it(
    `${count} models with one file changed end in maps or one clear sentence, and nothing else is opened`,
    async () => {
      writeFileSync(path.join(folder, 'secret'), Buffer.alloc(100_000, 7));
      const whole = wholeModels(path.join(folder, 'whole'));
      const ends = { maps: 0, refused: 0 };
      let [most, longest] = [0, 0];
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const place = path.join(cases, String(seed), 'model');
        const { model, file } = writeCase(place, seed, whole);
        const watch = watchForHanging(() => pid);
        const refusal = await refusalOf(model, watch.signal);
        longest = Math.max(longest, watch.end());
        if (refusal === undefined) ends.maps++;
        else {
          ends.refused++;
          expectOneSentence(refusal, `seed ${seed}, ${file}`);
        }
        most = Math.max(most, (await client.request('memory', {})).rssBytes);
        rmSync(place, { recursive: true, force: true });
      }
      console.log(
        `${ends.maps} gave maps, ${ends.refused} were refused; at most ${Math.round(most / 1e6)} MB, ${longest.toFixed(1)} s of a processor`,
      );
      // Some do no harm, some must be refused: else nothing was tried.
      expect(Math.min(ends.maps, ends.refused)).toBeGreaterThan(count / 20);
      expect(most).toBeLessThan(MOST_BYTES);
      expect(watched.outside([cases, cacheFolder]) ?? []).toEqual([]);
      // A full machine takes seconds for each; what hangs ends before.
    },
    count * 20_000,
  );

  function refusalOf(model: string, signal: AbortSignal): Promise<unknown> {
    const read = () => readDocument({ text: TEXT });
    const request = { text: TEXT, model, overflow: 'refuse', toolVersion: '0', read } as const;
    return analyze(client, request, { signal }).then(
      () => undefined,
      (error: unknown) => error,
    );
  }
}

/** Neither a crash nor a time-out: a paragraph for the person, without what only a programmer reads. */
function expectOneSentence(refusal: unknown, told: string): void {
  expect(refusal, told).toBeInstanceOf(AttnscopeError);
  const { code, message } = toWireError(refusal);
  expect(['bad-model', 'bad-input', 'too-long'], `${told}: ${message}`).toContain(code);
  expect(message, told).toMatch(/^[^\n]{20,1500}$/);
  expect(message, told).not.toMatch(/ at \S+:\d+:\d+|undefined|\[object|(?:Type|Range|Syntax)Error/);
}
