import type { Tensor } from 'onnxruntime-node';
import { safetensorsHeader } from './safetensors';
import { checkInputs, differingSizes } from '../../../../model/inputs/checkInputs';
import { filledInputs, fillInputs } from '../../../../model/inputs/fillInputs';
import { layerName } from '../../../../model/find/layerName';
import { AttnscopeError } from '../../../../protocol/errors';
import type { FilledInput, TensorInput } from '../../../../protocol/borders/inference';
import type { LoadedModel } from '../../models/loadModel';
import { outputsOf } from '../../run/promptRun';
import { floats } from '../../run/tappedSession';
import { toTensors } from '../../run/toTensors';
import { writeWhole } from './partialFile';
import { bytesOf, kindOf, refuseNoMap, type Reduce, type Written } from './written';

/** Runs the model once on tensors and writes what it attends to. */
export async function extractFromInputs(
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
  const feeds = toTensors(fed);
  const results: Record<string, Tensor> = {};
  for (const some of model.runsFor?.(outputs, feeds.input_ids?.dims[1] ?? 0) ?? [outputs]) {
    const names = some.map(({ tensor }) => tensor);
    const got = await model.session.run(feeds, names).catch((cause: unknown) => {
      const differing = differingSizes(model.fed, inputs);
      throw differing === undefined ? cause : new AttnscopeError('bad-input', differing, { cause });
    });
    Object.assign(results, got);
  }
  const tensors = outputs.map(({ layer, tensor }) => {
    const { dims } = results[tensor]!;
    const values = floats(results[tensor]);
    refuseNoMap(model, layer, values, dims);
    return { name: layerName('attention', model.layers[layer]!), shape: [...dims], values };
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

/** What the file says about inputs that were filled in: `filled_inputs`, a JSON object of what each holds, by name. */
function metadataOf(filled: readonly FilledInput[]): Record<string, string> {
  if (filled.length === 0) return {};
  return { filled_inputs: JSON.stringify(Object.fromEntries(filled.map((one) => [one.name, one.with]))) };
}
