import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toFloat16 } from '../../src/probes/float16';

const HIDDEN = 576;

/** Writes both probes for a model of 576 numbers a state, with weights that are the same everywhere. */
export function writeRandomProbes(folder: string, sha256: string, threshold: number): string {
  mkdirSync(folder, { recursive: true });
  write(folder, sha256, 'planted-instruction', [18], 'sentence-mean', { file: threshold });
  const ofData = { window: threshold, document: threshold };
  write(folder, sha256, 'instruction-in-data', [14, 18, 22], 'best-mean-of-8', ofData);
  return folder;
}

function write(
  folder: string,
  sha256: string,
  name: string,
  layers: number[],
  score: string,
  threshold: object,
): void {
  const inputs = HIDDEN * layers.length;
  const wave = (length: number, seed: number) => Array.from({ length }, (_, i) => Math.sin(seed + 7.3 * i));
  const matrices = [wave(16 * inputs, 1), wave(16, 2)];
  const probe = {
    schemaVersion: 1,
    name,
    model: { sha256 },
    layers,
    input: HIDDEN,
    standardize: { mean: wave(inputs, 3), scale: wave(inputs, 4).map((value) => 2 + value) },
    weights: `${name}.bin`,
    head: [
      { in: inputs, out: 16, bias: wave(16, 5) },
      { in: 16, out: 1, bias: [0.5] },
    ],
    activation: 'relu',
    score,
    threshold,
    falseAlarms: {},
    skipFirstToken: true,
  };
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(probe));
  writeFileSync(
    path.join(folder, `${name}.bin`),
    new Uint8Array(Uint16Array.from(matrices.flat(), toFloat16).buffer),
  );
}
