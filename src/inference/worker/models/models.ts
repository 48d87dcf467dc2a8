import { stat } from 'node:fs/promises';
import { findModel, type ModelFolder } from '../../../model/files/modelFolder';
import { type InferenceProgress } from '../../../protocol/inference';
import { loadModel, type LoadedModel, type ModelServices } from './loadModel';

/** Gives the model that a path means, loaded; the one used last stays in memory, one at a time. */
export interface Models {
  /** `loadMs` is 0 where the model was there already. */
  get(
    path: string,
    progress: (p: InferenceProgress) => void,
  ): Promise<{ model: LoadedModel; loadMs: number }>;
}

export function createModels(services: ModelServices): Models {
  let held: { stamp: string; model: LoadedModel } | undefined;
  return {
    async get(path, progress) {
      const found = await findModel(path);
      const stamp = await stampOf(found);
      if (held?.stamp === stamp) return { model: held.model, loadMs: 0 };
      const started = performance.now();
      // Given back first: two models at once may not fit.
      await held?.model.session.release();
      held = undefined;
      progress({ stage: 'load', done: 0, total: 1 });
      const model = await loadModel(found, services);
      held = { stamp, model };
      progress({ stage: 'load', done: 1, total: 1 });
      return { model, loadMs: performance.now() - started };
    },
  };
}

/** Changes with the graph and with what is told of the model by the files beside it. */
async function stampOf(found: ModelFolder): Promise<string> {
  const { size, mtimeMs } = await stat(found.graph);
  return JSON.stringify([found, size, mtimeMs]);
}
