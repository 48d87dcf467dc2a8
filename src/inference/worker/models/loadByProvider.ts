import { refusalOf } from '../../../model/check/check';
import type { ModelFolder } from '../../../model/files/modelFolder';
import type { InferenceProgress } from '../../../protocol/borders/inference';
import { toWireError } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';
import type { Provider, UsedProvider } from '../../../protocol/requests/provider';
import { z } from '../../../protocol/schema';
import { promptChecks, shortMaps } from './examineModel';
import { loadModel, type LoadedModel, type ModelServices } from './loadModel';
import type { GraphFile } from './modelFile';

/** Raised when the run that is compared changes. */
const VERSION = 1;

/**
 * Loads a model into the provider that was asked for, and compares its maps with those of the processor once. Where that
 * provider is not there, or fails at this model, the processor computes it, and the model says so. Throws as `loadModel`.
 */
export async function loadByProvider(
  found: ModelFolder,
  services: ModelServices,
  progress: (progress: InferenceProgress) => void,
  read?: GraphFile,
): Promise<LoadedModel> {
  const { provider: asked = 'cpu' } = services;
  const byProcessor = () => loadModel(found, { ...services, provider: 'cpu' }, progress, read);
  if (asked === 'cpu') return byProcessor();
  let model: LoadedModel | undefined;
  try {
    model = await loadModel(found, services, progress, read);
    const difference = await differenceOf(model, asked, services, byProcessor);
    return withProvider(model, { asked, used: asked, why: null, difference });
  } catch (error) {
    await model?.release();
    const why = reasonOf(error);
    // What is wrong with the model itself is thrown from here.
    return withProvider(await byProcessor(), { asked, used: 'cpu', why, difference: null });
  }
}

function withProvider(model: LoadedModel, provider: UsedProvider): LoadedModel {
  return { ...model, provider };
}

/** Largest difference of any weight from the processor's, in a short run, remembered; `null` where no prompt can be fed. */
async function differenceOf(
  model: LoadedModel,
  provider: Provider,
  { facts }: ModelServices,
  byProcessor: () => Promise<LoadedModel>,
): Promise<number | null> {
  if (refusalOf(promptChecks(model)) !== undefined) return null;
  const maps = await shortMaps(model);
  const key = `${model.sha256} ${provider} ${VERSION}`;
  const known = await facts.read('providers', key, z.number());
  if (known !== undefined) return known;
  const other = await byProcessor();
  try {
    const right = await shortMaps(other);
    const largest = maps.reduce((most, { values }, layer) => {
      const those = right[layer]!.values;
      return values.reduce((sofar, weight, i) => Math.max(sofar, Math.abs(weight - those[i]!)), most);
    }, 0);
    // Weights that are no numbers are no maps.
    if (!Number.isFinite(largest)) throw new Error('its maps hold what is no number');
    await facts.write('providers', key, largest);
    return largest;
  } finally {
    await other.release();
  }
}

/** The end of a sentence. */
function reasonOf(error: unknown): string {
  const { message } = toWireError(error);
  // The runtime's own words; what is said around them is about files.
  const [, words = message] =
    /^The model cannot be loaded: (.*)\. If the file is complete/s.exec(message) ?? [];
  // Of a condition that did not hold, what it means is said last.
  return plainText(words.replace(/^.*\bwas false\.\s*/s, ''), 200).replace(/[.\s]+$/, '');
}
