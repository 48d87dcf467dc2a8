import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importBytes } from '../../../../src/model/gguf/importBytes';
import { importGguf } from '../../../../src/model/gguf/importGguf';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/gguf');

test.each(['mixed-untied', 'mixed-tied', 'q8_0-tied', 'f32-frequency-factors-00003-of-00003'])(
  'what the import of %s takes is known before',
  async (name) => {
    const file = path.join(fixtures, `${name}.gguf`);
    const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-bytes-'));
    await importGguf(file, folder);
    const weights = readdirSync(folder).filter((one) => one.startsWith('model.onnx_data'));
    const taken = weights.reduce((sum, one) => sum + statSync(path.join(folder, one)).size, 0);
    rmSync(folder, { recursive: true });
    // Small vectors are in the graph, and parts begin at places of their own.
    expect(await importBytes(file)).toBeGreaterThan(taken * 0.98);
    expect(await importBytes(file)).toBeLessThan(taken * 1.1);
  },
);
