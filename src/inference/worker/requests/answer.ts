import type {
  InferenceMethods,
  InferenceParams,
  InferenceProgress,
  InferenceResult,
} from '../../../protocol/borders/inference';
import type { MapStore } from '../maps/mapStore';
import type { Classifiers } from '../models/classifiers';
import type { FactStore } from '../models/cacheFolder';
import type { Models } from '../models/models';
import type { ProbeStore } from '../probes/probeStore';
import type { LastReadings } from '../run/readPrompt';

/** What lives as long as the process. */
export interface Worker {
  models: Models;
  maps: MapStore;
  /** What is found out once per model. */
  facts: FactStore;
  /** Where that and converted models are kept. */
  cacheFolder: string;
  probes: ProbeStore;
  classifiers: Classifiers;
  lastRead: LastReadings;
}

/** Answers one kind of request. */
export type Answer<K extends keyof InferenceMethods> = (
  params: InferenceParams<K>,
  worker: Worker,
  progress: (progress: InferenceProgress) => void,
  /** Aborted when nobody wants the answer any more; looked at between runs. */
  signal: AbortSignal,
) => Promise<InferenceResult<K>>;

/** Tells how many tokens have gone through the model, from none on. */
export function tokensDone(
  progress: (progress: InferenceProgress) => void,
  total: number,
): (done: number) => void {
  const tell = (done: number): void => progress({ stage: 'attention', done, total });
  tell(0);
  return tell;
}
