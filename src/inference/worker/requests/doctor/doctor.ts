import { graphsBeside } from '../../../../model/files/graphChoices';
import { findModel, type ModelFolder } from '../../../../model/files/modelFolder';
import { filledInputs } from '../../../../model/inputs/fillInputs';
import type { TensorInput } from '../../../../protocol/borders/inference';
import { AttnscopeError, toWireError } from '../../../../protocol/errors';
import { sentence } from '../../../../protocol/sentence';
import { isServed } from '../../../../protocol/text/servedAddress';
import type { Diagnosis } from '../../../../protocol/requests/doctor';
import { checkedModel } from '../../models/checkedModel';
import { examineModel, type ModelChecks } from '../../models/examineModel';
import type { LoadedModel } from '../../models/loadModel';
import { openGraphFile } from '../../models/modelFile';
import type { Answer } from '../answer';
import { aboutGguf, aboutGraph, aboutUnread, nameOfType } from './aboutFile';

/** Tells what a model is, how its attention is had, and what stands in the way where it is not. */
export const doctor: Answer<'doctor'> = async (params, { models, facts }, progress) => {
  if (isServed(params.model)) {
    throw new AttnscopeError('bad-model', [
      sentence(
        'The doctor looks at files, and this is the address of a served model. Name the file that is served, or read a prompt with it to see whether it works.',
      ),
    ]);
  }
  const folder = await findModel(params.model);
  const otherGraphs = await graphsBeside(folder.graph);
  const beside = { schemaVersion: 1 as const, path: folder.graph, otherGraphs, ...besideGraph(folder) };
  let file = await aboutUnread(folder.graph);
  try {
    const read = file.kind === 'gguf' ? undefined : await openGraphFile(folder.graph);
    file = await (read ? aboutGraph(folder.graph, read) : aboutGguf(folder.graph));
    const model = await models.load(params.model, progress, { found: folder, read });
    const onRun = (): void => progress({ stage: 'check', done: 0, total: 1 });
    const checks = await examineModel(model, facts, onRun);
    const about = aboutModel(model, checks);
    const problem = about.problem ?? (await tokenizerProblem(model));
    return { ...beside, ...besideGraph(model.folder), ...file, ...about, problem };
  } catch (error) {
    return { ...beside, ...file, ...nothingOf(refusal(error)) };
  }
};

function besideGraph(
  folder: ModelFolder,
): Pick<Diagnosis, 'name' | 'tokenizer' | 'chatTemplate' | 'contextLength'> {
  const { name, tokenizer, chat, contextLength } = folder;
  return {
    name,
    tokenizer: tokenizer !== undefined,
    chatTemplate: chat && 'problem' in chat ? chat.problem : chat !== undefined,
    contextLength,
  };
}

type AboutModel = Pick<
  Diagnosis,
  'sha256' | 'provider' | 'inputs' | 'layers' | 'otherSoftmaxes' | 'checks' | 'states' | 'problem'
>;

function aboutModel(model: LoadedModel, checks: ModelChecks): AboutModel {
  const states = model.outputs.filter(({ kind }) => kind === 'state').length;
  return {
    sha256: model.sha256,
    ...(model.provider ? { provider: model.provider } : {}),
    inputs: inputsOf(model, checks),
    layers: model.layers.map(({ stack, index, via, rowSum, half }, layer) => ({
      ...{ stack, index, via, rowSum, half },
      heads: checks.layers[layer]?.heads ?? null,
      checks: checks.layers[layer]?.checks ?? [],
    })),
    otherSoftmaxes: [...model.otherSoftmaxes],
    checks: checks.prompt,
    states: states === model.layers.length,
    problem: problemOf(model, checks),
  };
}

function inputsOf({ fed }: LoadedModel, checks: ModelChecks): Diagnosis['inputs'] {
  const ids: Record<string, TensorInput> = { input_ids: { dtype: 'int64', dims: [1, 1], data: [0] } };
  // Of a model that reads no prompt it is not known what could stand in its inputs.
  const filled = checks.layers.length > 0 ? filledInputs(fed, ids) : [];
  return fed.inputs.map(({ name, dtype, dims }) => ({
    name,
    type: dtype === undefined ? null : nameOfType(dtype),
    dims: dims ?? null,
    filled: filled.find((one) => one.name === name)?.with ?? null,
  }));
}

function problemOf(model: LoadedModel, checks: ModelChecks): string | null {
  try {
    checkedModel(model, checks);
    return null;
  } catch (error) {
    return refusal(error);
  }
}

/** Why texts cannot be cut into tokens; `null` where they can. */
async function tokenizerProblem(model: LoadedModel): Promise<string | null> {
  try {
    await model.tokenizer();
    return null;
  } catch (error) {
    return refusal(error);
  }
}

function nothingOf(problem: string): AboutModel {
  return { sha256: null, inputs: [], layers: [], otherSoftmaxes: [], checks: [], states: false, problem };
}

/** Why a model is refused, in words; throws what is no refusal. */
function refusal(error: unknown): string {
  if (error instanceof AttnscopeError && error.code === 'bad-model') return toWireError(error).message;
  throw error;
}
