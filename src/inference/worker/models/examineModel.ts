import { measuredCheck, plainCheck, refusalOf } from '../../../model/check/check';
import { checkMap } from '../../../model/check/checkMap';
import { inputsInTheWay } from '../../../model/inputs/inputsInTheWay';
import { Check } from '../../../protocol/requests/doctor';
import type { Provider } from '../../../protocol/requests/provider';
import { z } from '../../../protocol/schema';
import type { Chunk } from '../run/chunks';
import { runPrompt } from '../run/promptRun';
import type { FactStore } from './cacheFolder';
import type { LoadedModel } from './loadModel';
import type { LayerFacts } from './preparedModel';
import { shippedFact } from './shippedFact';

/** What the map of one layer shows in a short run. */
const LayerChecks = z.object({ heads: z.int(), checks: z.array(Check) });
export type LayerChecks = z.infer<typeof LayerChecks>;

/** All that is checked of a model, passed or not. */
export interface ModelChecks {
  /** Whether a prompt alone can be fed, and has one map per layer. */
  prompt: Check[];
  /** `[layer]`; empty where no prompt can be fed. */
  layers: LayerChecks[];
}

/** Raised when the checks of layers change. */
export const VERSION = 2;

/** A file of `media/checks`: what the layers of a model show that ships. */
export const ShippedChecks = z.object({ version: z.literal(VERSION), layers: z.array(LayerChecks) });
export type ShippedChecks = z.infer<typeof ShippedChecks>;

const TOKENS = 12;
const CUT = 7;
const TOLERANCE = 1e-3;
const HALF_TOLERANCE = 1e-2;

/** How far the sum of so many of a layer's weights may be off, by its arithmetic: each may be rounded by half a step. */
export function toleranceOf({ half, step }: LayerFacts, weights = 1): number {
  return (half ? HALF_TOLERANCE : TOLERANCE) + (weights * step) / 2;
}

/**
 * Checks a model; what only a run can tell ships with the model, or is remembered under its hash. `onRun` is called before
 * such a run.
 */
export async function examineModel(
  model: LoadedModel,
  facts: FactStore,
  onRun: () => void,
): Promise<ModelChecks> {
  const prompt = promptChecks(model);
  if (refusalOf(prompt) !== undefined) return { prompt, layers: [] };
  // What a server makes of the file, and with which runtime, is looked at each time.
  const isHere = model.server === undefined;
  const known = isHere ? await knownLayers(model, facts) : undefined;
  if (known) return { prompt, layers: known };
  onRun();
  const layers = await examineLayers(model);
  // A refusal is not remembered: a later version of the tap may read the model rightly.
  if (isHere && layers.every(({ checks }) => refusalOf(checks) === undefined))
    await facts.write('checks', keyOf(model), layers);
  return { prompt, layers };
}

async function knownLayers(model: LoadedModel, facts: FactStore): Promise<LayerChecks[] | undefined> {
  const shipped =
    otherProvider(model) === undefined ? await shippedFact('checks', model.sha256, ShippedChecks) : undefined;
  return shipped?.layers ?? (await facts.read('checks', keyOf(model), z.array(LayerChecks)));
}

function keyOf(model: LoadedModel): string {
  const by = otherProvider(model);
  return [model.sha256, VERSION, ...(by === undefined ? [] : [by])].join(' ');
}

/** What computes a model in place of the processor. */
function otherProvider({ provider }: LoadedModel): Provider | undefined {
  return provider === undefined || provider.used === 'cpu' ? undefined : provider.used;
}

/** Whether a prompt alone can be fed, and has one map per layer. */
export function promptChecks({ fed, layers }: LoadedModel): Check[] {
  const isOne = layers.every(({ stack }) => stack === 'self');
  const inTheWay = inputsInTheWay(fed);
  return [
    plainCheck('input-ids', inTheWay === undefined, inTheWay ?? ''),
    plainCheck('one-stack', isOne, 'it has an encoder and a decoder, or a part of such a pair'),
  ];
}

/** All layers' maps of a short prompt, the same one each time. */
export function shortMaps(model: LoadedModel): Promise<LayerMap[]> {
  const tokens = tokensFor(model);
  return mapsOf(model, tokens, [{ first: 0, end: tokens.length }]);
}

/** Any tokens do; some vocabularies (of proteins, say) are very small. */
function tokensFor(model: LoadedModel): number[] {
  const vocabulary = Math.min(32, model.tableRows.get('input_ids') ?? 32);
  return Array.from({ length: fixedLength(model) ?? TOKENS }, (_, i) => (7 * i + 3) % vocabulary);
}

async function examineLayers(model: LoadedModel): Promise<LayerChecks[]> {
  const tokens = tokensFor(model);
  const whole = await shortMaps(model);
  const checks = whole.map(({ values, dims }, layer) => {
    const facts = model.layers[layer]!;
    return checkMap(values, dims, { rowSum: facts.rowSum, tolerance: toleranceOf(facts, dims[3]) });
  });
  // A prompt in pieces makes sense only where no query looks ahead, and tells something only about real maps.
  const isRight = checks.every((list) => refusalOf(list) === undefined && passes(list, 'causal'));
  const pieces = isRight ? await piecesChecks(model, tokens, whole) : [];
  return whole.map(({ dims }, layer) => ({
    heads: model.layers[layer]!.heads ?? dims[1],
    checks: [...checks[layer]!, ...pieces.slice(layer, layer + 1)],
  }));
}

/** Whether a check was made and passed. */
export function passes(checks: readonly Check[], name: Check['name']): boolean {
  return checks.some((check) => check.name === name && check.passed);
}

interface LayerMap {
  /** `[1, heads, queries, keys]`. */
  dims: [number, number, number, number];
  values: Float32Array;
}

/** All layers' maps of a prompt run in these chunks. */
async function mapsOf(
  model: LoadedModel,
  tokens: readonly number[],
  chunks: readonly Chunk[],
): Promise<LayerMap[]> {
  const n = tokens.length;
  const maps: LayerMap[] = [];
  // A server may have means over heads alone; of these the same holds.
  const kind = model.outputs.some((output) => output.kind === 'map') ? 'map' : 'headMean';
  const wanted = model.outputs.filter((output) => output.kind === kind);
  await runPrompt(model, tokens, chunks, wanted, ({ layer, firstQuery, dims, values }) => {
    const [, heads = 0, queries = 0, keys = 0] = dims;
    const map = (maps[layer] ??= { dims: [1, heads, n, n], values: new Float32Array(heads * n * n) });
    for (let row = 0; row < heads * queries; row++) {
      const head = Math.floor(row / queries);
      const query = firstQuery + (row % queries);
      map.values.set(values.subarray(row * keys, (row + 1) * keys), (head * n + query) * n);
    }
  });
  return maps;
}

/**
 * Whether a prompt in two runs has the same maps, by layer: the layout of a cache, or the way in which masks
 * are made, may not allow it.
 */
async function piecesChecks(
  model: LoadedModel,
  tokens: readonly number[],
  whole: readonly LayerMap[],
): Promise<Check[]> {
  const none = (why: string): Check[] => whole.map(() => plainCheck('pieces', false, why));
  if (model.cache.length === 0) return none('it has no cache of keys and values');
  if (tokens.length <= CUT) return none('it reads too few tokens to cut them in two');
  const cut = [
    { first: 0, end: CUT },
    { first: CUT, end: tokens.length },
  ];
  try {
    const maps = await mapsOf(model, tokens, cut);
    return maps.map(({ values }, layer) => {
      const other = whole[layer]!.values;
      const largest = values.reduce((most, weight, i) => Math.max(most, Math.abs(weight - other[i]!)), 0);
      // Two runs may round a weight to either side.
      const limit = toleranceOf(model.layers[layer]!, 2);
      return measuredCheck('pieces', largest, limit, 'a prompt in two pieces has another map');
    });
  } catch {
    return none('it does not run on a prompt in two pieces');
  }
}

/** The one prompt length that a graph with fixed shapes takes. */
export function fixedLength(model: LoadedModel): number | undefined {
  const length = model.fed.inputs.find(({ name }) => name === 'input_ids')?.dims?.[1];
  return typeof length === 'number' ? length : undefined;
}
