import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProbeStore } from '../../../../../src/inference/worker/probes/probeStore';
import { createProbeReader } from '../../../../../src/inference/worker/probes/readProbes';
import type { Token } from '../../../../../src/protocol/attention';
import type { Trust } from '../../../../../src/protocol/prompt';

const folder = path.resolve(import.meta.dirname, '../../../../fixtures/probes');
const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
  spans: [number, number][];
  segments: [number, number][];
  states: Record<string, number[][]>;
  instruction: (number | null)[];
  data: (number | null)[];
};
const MODEL = '0'.repeat(64);
const TOKENS = 24;

/** Each token is one character of the source. */
const tokens = Array.from({ length: TOKENS }, (_, t): Token => {
  const segment = expected.segments.findIndex(([first, end]) => first <= t && t < end);
  return { id: t, text: 'x', origin: 'source', start: t, end: t + 1, segment };
});
const sentences = expected.spans.map(([start, end]) => ({
  start,
  end,
  segment: expected.segments.findIndex(([, last]) => start < last),
}));

/** Reads the states in chunks of so many tokens, and layers in this order. */
async function read(chunk: number, layers: string[], trusts: Trust[] = ['author', 'untrusted']) {
  const probes = await createProbeStore(folder, null, 1)(MODEL, ['instruction', 'data']);
  const segments = trusts.map((trust) => ({ trust }));
  const reader = createProbeReader(probes, { tokens, segments, sentences })!;
  for (let first = 0; first < TOKENS; first += chunk) {
    for (const layer of layers) {
      const rows = expected.states[layer]!.slice(first, first + chunk);
      const dims = [1, rows.length, 6];
      const values = Float32Array.from(rows.flat());
      await reader.add({ kind: 'state', layer: Number(layer) - 1, firstQuery: first, dims, values });
    }
  }
  return { reader, readings: await reader.finish() };
}

function expectScores(scores: (number | null)[], wanted: (number | null)[]): void {
  expect(scores.map((score) => score === null)).toEqual(wanted.map((score) => score === null));
  scores.forEach((score, i) => {
    if (score !== null)
      expect(Math.abs(score - wanted[i]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(wanted[i]!)));
  });
}

describe('scores of probes', () => {
  it.each([
    [24, ['1', '2', '4']],
    [7, ['4', '1', '2']],
    [1, ['2', '4', '1']],
  ])('are those of NumPy, in chunks of %i', async (chunk, layers) => {
    const { readings } = await read(chunk, layers);
    expectScores(readings.instruction!.scores, expected.instruction);
    expectScores(readings.data!.scores, expected.data);
  });

  it('are read from the layers that the files name, which count from 1', async () => {
    const { reader } = await read(24, ['1', '2', '4']);
    expect(reader.layers).toEqual([0, 1, 3]);
  });

  it('warn in text of the author by one probe and in data by the other', async () => {
    const { reader, readings } = await read(24, ['1', '2', '4']);
    const { instruction, data } = readings;
    // Thresholds of the fixture: a whole file, and data of few tokens.
    expect([instruction!.threshold, data!.threshold]).toEqual([0.5, 0.25]);
    const warned = sentences.flatMap(({ segment }, i) => {
      const score = segment === 0 ? instruction!.scores[i]! : data!.scores[i]!;
      return score !== null && score >= (segment === 0 ? 0.5 : 0.25) ? [i] : [];
    });
    expect(warned.length).toBeGreaterThan(0);
    expect(reader.warned(readings)).toEqual(warned);
    const user = await read(24, ['1', '2', '4'], ['user', 'user']);
    expect(user.reader.warned(user.readings)).toEqual([]);
    expect(user.reader.candidates.every((span) => span === null)).toBe(true);
  });

  it('are none for another model than that of the probe, nor for a probe that is not asked', async () => {
    const store = createProbeStore(folder, null, 1);
    const prompt = {
      tokens,
      segments: [{ trust: 'author' as const }, { trust: 'untrusted' as const }],
      sentences,
    };
    expect(createProbeReader(await store('1'.repeat(64), ['instruction', 'data']), prompt)).toBeUndefined();
    expect(createProbeReader(await store(MODEL, []), prompt)).toBeUndefined();
    expect((await createProbeReader(await store(MODEL, ['data']), prompt)!.finish()).instruction).toBeNull();
  });

  it('are those that somebody calibrated for the model, before those that are shipped', async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'attnscope-own-'));
    cpSync(folder, path.join(own, MODEL), { recursive: true });
    const described = path.join(own, MODEL, 'planted-instruction.json');
    const probe = JSON.parse(readFileSync(described, 'utf8')) as { threshold: { file: number } };
    writeFileSync(described, JSON.stringify({ ...probe, threshold: { file: 42 } }));
    const thresholdIn = async (shipped: string) =>
      (await createProbeStore(shipped, own, 1)(MODEL, ['instruction'])).instruction?.probe.threshold.file;
    expect(await thresholdIn(folder)).toBe(42);
    expect(await thresholdIn(path.join(own, 'nothing'))).toBe(42);
    expect(await createProbeStore(own, own, 1)('1'.repeat(64), ['instruction'])).toEqual({});
    rmSync(own, { recursive: true });
  });
});
