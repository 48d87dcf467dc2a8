import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../src/inference/worker/handlers';
import { inferenceMethods } from '../../../../src/protocol/borders/inference';

describe('the inference process', () => {
  it('has a handler and both guards for every kind of request', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
    const handlers = createHandlers({ cacheFolder: folder });
    rmSync(folder, { recursive: true });
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(inferenceMethods).sort());
    for (const { params, result } of Object.values(inferenceMethods)) {
      expect(params.safeParse('nonsense').success).toBe(false);
      expect(result.safeParse('nonsense').success).toBe(false);
    }
  });
});
