import { checkInputs, differingSizes } from '../../../model/inputs/checkInputs';
import { filledInputs, fillInputs } from '../../../model/inputs/fillInputs';
import { mapName, safetensorsHeader } from '../../../model/files/safetensors';
import { refusalOf } from '../../../model/tap/check';
import { checkMap } from '../../../model/tap/checkMap';
import { type KindName } from '../../../model/tap/tapKinds';
import { AttnscopeError } from '../../../protocol/errors';
import {
  type FilledInput,
  type InferenceParams,
  type InferenceResult,
  type TensorInput,
} from '../../../protocol/inference';
import { type CheckedModel } from '../models/checkedModel';
import { type LoadedModel } from '../models/loadModel';
import { toleranceOf } from '../models/examineModel';
import { fitContext } from '../run/fitContext';
import { outputsOf, runPrompt } from '../run/promptRun';
import { floats } from '../run/tappedSession';
import { toTensors } from '../run/toTensors';
import { tokensDone, type Answer } from './answer';
import { writeWhole } from './partialFile';

type Reduce = InferenceParams<'extract'>['reduce'];
type Written = InferenceResult<'extract'>;

/** Writes what a model attends to in tensors or in a text to a file. */
export const extract: Answer<'extract'> = async (params, { models }, progress) => {
  const { feed, reduce, out } = params;
  if (feed.kind === 'inputs') {
    const model = await models.load(params.model, progress);
    return extractFromInputs(model, feed.inputs, chosenLayers(model, params.layers), reduce, out);
  }
  const { model } = await models.open(params.model, progress);
  const tokens = await (await model.tokenizer()).encodeRaw(feed.text);
  const ids = fitContext(tokens, model.context, 'refuse').map(({ id }) => id);
  const layers = chosenLayers(model, params.layers);
  return extractFromTokens(model, ids, layers, reduce, out, tokensDone(progress, ids.length));
};

/** Layers of a model by their place in it, from numbers within their stacks. Throws `bad-input` for others. */
function chosenLayers(model: LoadedModel, numbers: readonly number[] | undefined): number[] {
  const all = model.layers.map((_, place) => place);
  if (!numbers) return all;
  const most = Math.max(...model.layers.map(({ index }) => index));
  const wrong = numbers.find((number) => number > most);
  if (wrong !== undefined || numbers.length === 0) {
    throw new AttnscopeError(
      'bad-input',
      `There is no layer ${wrong ?? 'in an empty list'}: the model's layers are 0 to ${most}. Choose among these.`,
    );
  }
  return all.filter((place) => numbers.includes(model.layers[place]!.index));
}

/** Runs the model once on tensors and writes what it attends to. */
async function extractFromInputs(
  model: LoadedModel,
  inputs: Readonly<Record<string, TensorInput>>,
  layers: readonly number[],
  reduce: Reduce,
  out: string,
): Promise<Written> {
  checkInputs(model.fed, inputs, model.tableRows);
  const fed = fillInputs(model.fed, inputs);
  const filled = filledInputs(model.fed, inputs);
  const outputs = outputsOf(model, kindOf(reduce), layers);
  const names = outputs.map(({ tensor }) => tensor);
  const results = await model.session.run(toTensors(fed), names).catch((cause: unknown) => {
    const differing = differingSizes(model.fed, inputs);
    throw differing === undefined ? cause : new AttnscopeError('bad-input', differing, { cause });
  });
  const tensors = outputs.map(({ layer, tensor }) => {
    const { dims } = results[tensor]!;
    const values = floats(results[tensor]);
    refuseNoMap(model, layer, values, dims);
    return { name: mapName(model.layers[layer]!), shape: [...dims], values };
  });
  await writeWhole(out, async (writeAt) => {
    const header = safetensorsHeader(tensors, metadataOf(filled));
    await writeAt(header, 0);
    let place = header.length;
    for (const { values } of tensors) {
      await writeAt(bytesOf(values), place);
      place += values.byteLength;
    }
  });
  return { tensors: tensors.map(({ name, shape }) => ({ name, shape })), filled };
}

/** Runs a prompt chunk by chunk and writes each block of rows to its place: memory stays that of a chunk. */
async function extractFromTokens(
  model: CheckedModel,
  tokenIds: readonly number[],
  layers: readonly number[],
  reduce: Reduce,
  out: string,
  onChunk: (done: number) => void,
): Promise<Written> {
  const n = tokenIds.length;
  const tensors = layers.map((layer) => ({
    name: mapName(model.layers[layer]!),
    shape: [1, reduce === 'none' ? model.headsOf[layer]! : 1, n, n],
  }));
  await writeWhole(out, async (writeAt) => {
    const header = safetensorsHeader(tensors);
    await writeAt(header, 0);
    const starts = new Map<number, number>();
    let place = header.length;
    tensors.forEach(({ shape }, i) => {
      starts.set(layers[i]!, place);
      place += shape.reduce((size, d) => size * d, 4);
    });
    await runPrompt(
      model,
      tokenIds,
      model.chunks(
        n,
        tensors.reduce((rows, { shape }) => rows + shape[1]!, 0),
      ),
      outputsOf(model, kindOf(reduce), layers),
      async ({ layer, firstQuery, dims, values }) => {
        const [, heads = 0, queries = 0, keys = 0] = dims;
        refuseNoMap(model, layer, values, dims);
        for (let head = 0; head < heads; head++) {
          const rows = new Float32Array(queries * n);
          for (let query = 0; query < queries; query++) {
            const row = (head * queries + query) * keys;
            rows.set(values.subarray(row, row + keys), query * n);
          }
          await writeAt(bytesOf(rows), starts.get(layer)! + 4 * (head * n + firstQuery) * n);
        }
      },
      ({ end }) => onChunk(end),
    );
  });
  return { tensors, filled: [] };
}

/** What the file tells of inputs that were filled in: `filled_inputs`, a JSON object of what by name. */
function metadataOf(filled: readonly FilledInput[]): Record<string, string> {
  if (filled.length === 0) return {};
  return { filled_inputs: JSON.stringify(Object.fromEntries(filled.map((one) => [one.name, one.with]))) };
}

function kindOf(reduce: Reduce): KindName {
  return reduce === 'none' ? 'map' : 'headMean';
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Throws `bad-model` where values cannot be attention. Queries that see no key at all may be NaN throughout. */
function refuseNoMap(model: LoadedModel, layer: number, values: Float32Array, dims: readonly number[]): void {
  const facts = model.layers[layer]!;
  const keys = dims[3]!;
  let seen = values;
  for (let row = 0; row < values.length; row += keys) {
    if (!values.subarray(row, row + keys).every(Number.isNaN)) continue;
    if (seen === values) seen = values.slice();
    seen.fill(0, row, row + keys);
  }
  const why = refusalOf(checkMap(seen, dims, { rowSum: facts.rowSum, tolerance: toleranceOf(facts) }));
  if (why === undefined) return;
  throw new AttnscopeError(
    'bad-model',
    `What this model gives as ${mapName(facts)} is no attention, so nothing was written: ${why}. Choose another model, or export this one with attention spelled out (eager).`,
  );
}
