import { stat } from 'node:fs/promises';
import { findModel, type ModelFolder } from '../../../model/files/modelFolder';
import type { InferenceProgress } from '../../../protocol/borders/inference';
import { isServed } from '../../../protocol/text/servedAddress';
import { findServed, loadServed } from '../served/servedModel';
import { checkedModel, type CheckedModel } from './checkedModel';
import { examineModel } from './examineModel';
import { loadByProvider } from './loadByProvider';
import type { LoadedModel, ModelServices } from './loadModel';
import type { GraphFile } from './modelFile';

type Progress = (progress: InferenceProgress) => void;

/** What a model is wanted for. */
interface Use {
  /** A text will be read, so that its tokenizer is opened at the same time; else once it is asked for. */
  forText?: boolean;
}

/** Gives the model that a path means; only the one used last stays in memory. */
export interface Models {
  /** The model that is at the path now; `known`: what was found and read there just before. */
  load(path: string, progress: Progress, known?: KnownModel): Promise<LoadedModel>;
  /** The model that is at the path now, checked. */
  open(path: string, progress: Progress, use?: Use): Promise<CheckedModel>;
  /**
   * The model that was opened at the path before, without a look at the disk: maps of an analysis belong
   * to the model that made it, whatever is there now. Opens it where it is no longer in memory.
   */
  held(path: string, progress: Progress, use?: Use): Promise<CheckedModel>;
  /** Releases the model that is in memory. */
  letGo(): Promise<void>;
}

/** A model on the disk, and its graph file, unless that is a GGUF file. */
interface KnownModel {
  found: ModelFolder;
  read: GraphFile | undefined;
}

/** The model in memory. */
interface Held {
  path: string;
  stamp: string;
  model: LoadedModel;
  checked?: CheckedModel;
}

export function createModels(services: ModelServices): Models {
  let held: Held | undefined;

  async function load(path: string, progress: Progress, use: Use = {}, known?: KnownModel): Promise<Held> {
    if (isServed(path)) {
      const found = await findServed(path, services);
      const stamp = JSON.stringify([path, found.folder, found.described.served]);
      return hold(path, stamp, progress, () => Promise.resolve(loadServed(found)));
    }
    const found = known?.found ?? (await findModel(path));
    const make = () => loadByProvider(found, { ...services, ...use }, progress, known?.read);
    return hold(path, await stampOf(found), progress, make);
  }

  async function letGo(): Promise<void> {
    await held?.model.release();
    held = undefined;
  }

  async function hold(
    path: string,
    stamp: string,
    progress: Progress,
    make: () => Promise<LoadedModel>,
  ): Promise<Held> {
    if (held?.stamp === stamp) return (held = { ...held, path });
    // Released first: two models at once may not fit.
    await letGo();
    progress({ stage: 'load', done: 0, total: 1 });
    const model = await make();
    held = { path, stamp, model };
    progress({ stage: 'load', done: 1, total: 1 });
    return held;
  }

  async function open(path: string, progress: Progress, use?: Use): Promise<CheckedModel> {
    const loaded = await load(path, progress, use);
    const onRun = () => progress({ stage: 'check', done: 0, total: 1 });
    return (loaded.checked ??= checkedModel(
      loaded.model,
      await examineModel(loaded.model, services.facts, onRun),
    ));
  }

  return {
    load: async (path, progress, known) => (await load(path, progress, {}, known)).model,
    open,
    held: async (path, progress, use) =>
      held?.path === path && held.checked ? held.checked : await open(path, progress, use),
    letGo,
  };
}

/** Changes with the graph and with what the files beside it say about the model. */
async function stampOf(found: ModelFolder): Promise<string> {
  const { size, mtimeMs } = await stat(found.graph);
  return JSON.stringify([found, size, mtimeMs]);
}
