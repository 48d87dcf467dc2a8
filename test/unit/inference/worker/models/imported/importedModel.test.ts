import type * as promises from 'node:fs/promises';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { importedModel } from '../../../../../../src/inference/worker/models/imported/importedModel';

const source = path.resolve(import.meta.dirname, '../../../../../fixtures/gguf/q8_0-tied.gguf');

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  return {
    ...real,
    // The disk is full once the weights are written.
    writeFile: (file: string, ...rest: [string]) =>
      file.includes('.partial')
        ? Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }))
        : real.writeFile(file, ...rest),
  };
});

it('a full disk is told in words, with the place and what to do, and nothing is left there', async () => {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  await expect(importedModel(source, { cacheFolder }, () => undefined)).rejects.toMatchObject({
    code: 'bad-model',
    message: expect.stringMatching(
      /^The model "q8_0-tied\.gguf" cannot be imported into ".*imported": the disk is full\. .*1 MB.*XDG_CACHE_HOME/,
    ),
  });
  expect(readdirSync(path.join(cacheFolder, 'imported'))).toEqual([]);
  rmSync(cacheFolder, { recursive: true });
});
