import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { freshPrefix } from '../../src/model/onnx/freshPrefix';
import { newDraft, partOf } from '../../src/model/onnx/graphDraft';
import { ElementType } from '../../src/model/onnx/onnxGraph';
import { readGraph } from '../../src/model/onnx/readGraph';
import { writeAddition } from '../../src/model/onnx/writeModel';
import { tapKinds } from '../../src/model/tap/tapKinds';
import { findAttention } from '../../src/model/find/findAttention';

/** Folder of the bundled model. */
export const BUNDLED = path.resolve(import.meta.dirname, '../../media/model');

const KV_HEADS = 3;
const HEAD_SIZE = 64;

export const LAYERS = 30;
export const HEADS = 9;

/** The bundled model with its maps as outputs, run by the runtime itself. */
export interface OpenModel {
  session: InferenceSession;
  /** `[layer]`: the output that holds the map. */
  maps: string[];
}

/** What one run leaves: every output, and how many tokens the cache holds then. */
export interface Step {
  outputs: InferenceSession.ReturnType;
  length: number;
}

/** Opens the bundled model tapped; `maps: false` opens it as it is. */
export async function openBundled(maps: boolean): Promise<OpenModel> {
  const bytes = readFileSync(path.join(BUNDLED, 'model.onnx'));
  const graph = readGraph(bytes);
  const draft = newDraft(freshPrefix(graph));
  const layers = maps ? findAttention(graph) : [];
  const tensors = layers.map((layer, at) => tapKinds.map.ofLayer!(draft, layer, String(at))!);
  const outputs = tensors.map((name) => ({ name, type: ElementType.float32 }));
  const addition = writeAddition({ ...partOf(draft), inputs: [], outputs });
  // A model given as bytes finds its weights in the working directory only.
  const before = process.cwd();
  process.chdir(BUNDLED);
  try {
    const session = await InferenceSession.create(Buffer.concat([bytes, addition]), {
      logSeverityLevel: 3,
    });
    return { session, maps: tensors };
  } finally {
    process.chdir(before);
  }
}

/** Feeds the next tokens of one sequence. */
export async function feed({ session }: OpenModel, ids: readonly number[], before?: Step): Promise<Step> {
  const past = before?.length ?? 0;
  const length = past + ids.length;
  const integers = (values: readonly number[]): Tensor =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const feeds: Record<string, Tensor> = {
    input_ids: integers(ids),
    attention_mask: integers(Array.from({ length }, () => 1)),
    position_ids: integers(ids.map((_, i) => past + i)),
  };
  for (let layer = 0; layer < LAYERS; layer++) {
    for (const kind of ['key', 'value']) {
      feeds[`past_key_values.${layer}.${kind}`] =
        before?.outputs[`present.${layer}.${kind}`] ??
        new Tensor('float32', new Float32Array(0), [1, KV_HEADS, 0, HEAD_SIZE]);
    }
  }
  return { outputs: await session.run(feeds), length };
}

/** The map of a layer, `[heads, queries, keys]`. */
export function mapOf(model: OpenModel, step: Step, layer: number): Float32Array {
  return step.outputs[model.maps[layer]!]!.data as Float32Array;
}

/** The likeliest next token. */
export function likeliest(step: Step): number {
  const logits = step.outputs['logits']!.data as Float32Array;
  return logits.reduce((best, value, id) => (value > logits[best]! ? id : best), 0);
}
