import { tapStates } from '../../../model/tap/tapModel';
import { AttnscopeError } from '../../../protocol/errors';
import type { RunnableModel } from '../run/promptRun';
import { fedOf, openTapped, readModelFile } from './modelFile';

/** A model as far as one of its layers; only the one used last stays in memory. */
export interface PartialModels {
  /**
   * The model up to the states after layer number `last`, 0 being the first; `outputsOf(…, 'state', layers)` asks it for
   * any layer up to that. Throws `bad-model` where these states are not found, or the file is no longer the model's.
   */
  to(last: number): Promise<RunnableModel>;
  release(): Promise<void>;
}

/**
 * Opens a model's first layers on first use, in a session of their own: the runtime runs every node of a graph, asked
 * for or not. Weights in files beside the graph are mapped, and shared with the whole model where the runtime takes them
 * as they stand. `sha256Now` is the hash of what is on the disk.
 */
export function createPartialModels(
  path: string,
  { sha256, tableRows }: { sha256: string; tableRows: RunnableModel['tableRows'] },
  sha256Now: (weights: readonly string[]) => Promise<string>,
  threads: number | undefined,
): PartialModels {
  let held: { last: number; model: RunnableModel } | undefined;

  async function release(): Promise<void> {
    await held?.model.session.release();
    held = undefined;
  }

  async function open(last: number): Promise<RunnableModel> {
    const file = await readModelFile(path);
    if ((await sha256Now(file.weights.names)) !== sha256) {
      throw new AttnscopeError(
        'bad-model',
        `The model file ${path} was changed after it was opened. Analyse again.`,
      );
    }
    const part = tapStates(file.bytes, file.graph, file.layers, file.cache, last);
    if (!part) {
      throw new AttnscopeError(
        'bad-model',
        `The hidden states after layer ${last} of this model cannot be read: no sum was found in its graph that adds attention to them. Choose a model whose layers add to a residual stream, as those of most language models do.`,
      );
    }
    const session = await openTapped(file, part.model, threads);
    return { session, fed: fedOf(file), tableRows, outputs: part.model.outputs, cache: part.kept };
  }

  return {
    async to(last) {
      if (held?.last === last) return held.model;
      await release();
      const model = await open(last);
      held = { last, model };
      return model;
    },
    release,
  };
}
