import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type InferenceProgress } from '../../protocol/inference';
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
  let held: { path: string; stamp: string; model: LoadedModel } | undefined;
  return {
    async get(given, progress) {
      const path = resolve(given);
      if (held && held.path === path && held.stamp === (await stampOf(held.model))) {
        return { model: held.model, loadMs: 0 };
      }
      const started = performance.now();
      // Given back first: two models at once may not fit.
      await held?.model.session.release();
      held = undefined;
      progress({ stage: 'load', done: 0, total: 1 });
      const model = await loadModel(path, services);
      held = { path, stamp: await stampOf(model), model };
      progress({ stage: 'load', done: 1, total: 1 });
      return { model, loadMs: performance.now() - started };
    },
  };
}

/** Changes when the model file does; empty where it is gone. */
async function stampOf({ source }: LoadedModel): Promise<string> {
  const found = await stat(source).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : '';
}
