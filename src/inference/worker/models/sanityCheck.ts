import { checkMap } from '../../../model/tap/checkMaps';
import { AttnscopeError } from '../../../protocol/errors';
import { z } from '../../../protocol/schema';
import { type FactStore } from './cacheFolder';
import { type Chunk } from '../run/chunks';
import { type LayerFacts, type LoadedModel } from './loadModel';
import { runPrompt } from '../run/promptRun';

/** What a short run shows of a model, once and for all. */
export const Sanity = z.object({
  /** Why its maps are not to be trusted; `null` where they are. */
  problem: z.string().nullable(),
  /** `[layer]` */
  heads: z.array(z.number().int()),
  /** No query attends to a later key, in any layer. */
  causal: z.boolean(),
  /** Maps of a prompt cut into chunks equal those of the whole prompt. */
  chunks: z.boolean(),
});
export type Sanity = z.infer<typeof Sanity>;

/** Raised when the check finds out more or other things than before. */
const VERSION = 1;
const TOKENS = 12;
const CUT = 7;
const TOLERANCE = 1e-3;
const HALF_TOLERANCE = 1e-2;

/** How far sums of a layer's rows may be off, by its arithmetic. */
export function toleranceOf({ half }: LayerFacts): number {
  return half ? HALF_TOLERANCE : TOLERANCE;
}

/** Checks the model, or remembers it, by its hash. Throws `bad-model` with the reason where it fails. */
export async function checkModel(model: LoadedModel, facts: FactStore, onRun: () => void): Promise<Sanity> {
  const key = `${model.sha256} ${VERSION}`;
  let sanity = await facts.read('checks', key, Sanity);
  if (!sanity) {
    onRun();
    sanity = await examine(model);
    // A refusal is not remembered: a later version of the tap may read the model rightly.
    if (sanity.problem === null) await facts.write('checks', key, sanity);
  }
  if (sanity.problem === null) return sanity;
  throw new AttnscopeError(
    'bad-model',
    `What this model gives as attention is none, so no map of it is shown: ${sanity.problem}. Choose another model, or export this one with attention spelled out (eager).`,
  );
}

async function examine(model: LoadedModel): Promise<Sanity> {
  // Any tokens do; low ids exist in every vocabulary.
  const tokens = Array.from({ length: fixedLength(model) ?? TOKENS }, (_, i) => (7 * i + 3) % 32);
  const whole = await mapsOf(model, tokens, [{ first: 0, end: tokens.length }]);
  const causal = whole.every(({ values, dims }) => isCausal(values, dims));
  const problem = whole
    .map(({ values, dims }, layer) => {
      const facts = model.layers[layer]!;
      const why = checkMap(values, dims, { rowSum: facts.rowSum, causal, tolerance: toleranceOf(facts) });
      return why === undefined ? undefined : `in layer ${layer}, ${why}`;
    })
    .find((why) => why !== undefined);
  return {
    problem: problem ?? null,
    heads: whole.map(({ dims }) => dims[1]),
    causal,
    chunks: causal && problem === undefined && (await chunksAgree(model, tokens, whole)),
  };
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
  const wanted = model.outputs.filter(({ kind }) => kind === 'map');
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

function isCausal(values: Float32Array, [, , queries, keys]: LayerMap['dims']): boolean {
  return values.every((weight, i) => i % keys <= Math.floor(i / keys) % queries || weight === 0);
}

/** Whether two runs in a row give the same: a cache may be laid out, or masks be made, in ways that they do not suit. */
async function chunksAgree(
  model: LoadedModel,
  tokens: readonly number[],
  whole: readonly LayerMap[],
): Promise<boolean> {
  if (model.cache.length === 0 || tokens.length <= CUT) return false;
  const cut = [
    { first: 0, end: CUT },
    { first: CUT, end: tokens.length },
  ];
  try {
    const maps = await mapsOf(model, tokens, cut);
    return maps.every(({ values }, layer) => {
      const other = whole[layer]!.values;
      const tolerance = toleranceOf(model.layers[layer]!);
      return values.every((weight, i) => Math.abs(weight - other[i]!) <= tolerance);
    });
  } catch {
    return false;
  }
}

/** The one prompt length that a graph with fixed shapes takes. */
export function fixedLength(model: LoadedModel): number | undefined {
  const length = model.fed.inputs.find(({ name }) => name === 'input_ids')?.dims?.[1];
  return typeof length === 'number' ? length : undefined;
}
