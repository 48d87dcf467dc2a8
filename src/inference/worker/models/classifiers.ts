import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ClassLabels } from '../../../model/files/classLabels';
import { findModel, type ModelFolder } from '../../../model/files/modelFolder';
import { readGraphFile } from '../../../model/files/readGraphFile';
import { bytesNeeded, weightFiles } from '../../../model/files/weightFiles';
import { dtypeOf } from '../../../model/inputs/dtypes';
import { fillInputs } from '../../../model/inputs/fillInputs';
import { moveWeights } from '../../../model/onnx/moveWeights';
import { readGraph } from '../../../model/onnx/readGraph';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { quoted } from '../../../protocol/plainText';
import { floats, openSession } from '../run/tappedSession';
import { toTensors } from '../run/toTensors';
import { openTokenizer } from '../tokenizer/tokenizer';

/** A classifier in memory. */
export interface Classifier {
  name: string;
  labels: ClassLabels;
  /** The logits of a text, by label; `cut` where only its beginning fits the context. */
  read(text: string): Promise<{ logits: Float32Array; cut: boolean }>;
}

/** Gives the classifier that a path means; only the one used last stays in memory, beside the model. */
export type Classifiers = (path: string) => Promise<Classifier>;

export function createClassifiers(threads: number | undefined): Classifiers {
  let held: { stamp: string; classifier: Classifier; release(): Promise<void> } | undefined;
  return async (path) => {
    const found = await findModel(path);
    const { size, mtimeMs } = await stat(found.graph);
    const stamp = JSON.stringify([found, size, mtimeMs]);
    if (held?.stamp !== stamp) {
      await held?.release();
      held = undefined;
      held = { stamp, ...(await openClassifier(found, threads)) };
    }
    return held.classifier;
  };
}

async function openClassifier(folder: ModelFolder, threads: number | undefined) {
  const { name, labels } = folder;
  if (!labels || extname(folder.graph).toLowerCase() !== '.onnx')
    throw refusal(
      name,
      'is no sequence classifier: it needs a model.onnx, and a config.json whose id2label names its outputs',
    );
  const tokenizer = await openTokenizer(folder);
  const bytes = await readGraphFile(folder.graph);
  const graph = readGraph(bytes, folder.graph);
  const weights = await weightFiles(folder.graph, bytesNeeded(graph));
  const inputs = graph.inputs.filter((input) => !graph.initializers.has(input.name));
  const dtype = dtypeOf(inputs.find((input) => input.name === 'input_ids')?.dtype);
  const output = graph.outputs.find((one) => one.name === 'logits') ?? graph.outputs[0];
  if (!dtype || !output) throw refusal(name, 'has no input named input_ids, or no output');
  const fed = { nodes: [], initializers: new Map(), inputs, outputs: [], values: new Map() };
  const moved = { bytes: moveWeights(bytes, weights.places), gates: new Map() };
  const session = await openSession(moved, weights.folder, { threads });

  const classifier: Classifier = {
    name,
    labels,
    async read(text) {
      const { before, ids, after } = await tokenizer.encodeAround(text);
      const room = Math.max(0, (folder.contextLength ?? Infinity) - before.length - after.length);
      const data = [...before, ...ids.slice(0, room), ...after];
      const given = { input_ids: { dtype, dims: [1, data.length], data } };
      const results = await session.run(toTensors(fillInputs(fed, given)), [output.name]);
      const logits = results[output.name];
      if (logits?.type !== 'float32' || logits.size !== labels.names.length)
        throw refusal(
          name,
          `gives ${logits?.dims.join(' × ')} numbers of type ${logits?.type} for a text, and its config.json names ${labels.names.length} labels`,
        );
      return { logits: floats(logits), cut: ids.length > room };
    },
  };
  return { classifier, release: () => session.release() };
}

function refusal(name: string, why: string): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'The classifier {name} {why}. Name the folder of one that was exported for sequence classification.',
      { name: quoted(name), why },
    ),
  ]);
}
