import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFactStore } from '../src/inference/worker/models/cacheFolder';
import { examineModel, VERSION, type ShippedChecks } from '../src/inference/worker/models/examineModel';
import { createModels } from '../src/inference/worker/models/models';

/** Runs the checks of a model, with nothing known of it before. */
export async function checksOfModel(folder: string): Promise<{ sha256: string; checks: ShippedChecks }> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-checks-'));
  const facts = createFactStore(cacheFolder);
  const model = await createModels({ facts, cacheFolder, threads: undefined }).load(folder, () => undefined);
  try {
    const { layers } = await examineModel(model, facts, () => undefined);
    return { sha256: model.sha256, checks: { version: VERSION, layers } };
  } finally {
    await model.release();
    rmSync(cacheFolder, { recursive: true });
  }
}
