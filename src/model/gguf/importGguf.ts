import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { wholePath } from '../fileKinds/shards';
import { writeModel } from '../onnx/writeModel';
import type { DecoderSpec } from './architectures/decoderSpec';
import { readDecoderSpec } from './architectures/readDecoderSpec';
import { decoderGraph } from './graph/decoderGraph';
import { readGguf } from './readGguf';
import { storedBytes, storeWeights } from './storeWeights';
import { tokenizerFiles } from './tokenizer/tokenizerFiles';

/** What the file itself does not tell about a model. Goes into the manifest. */
export interface ModelOrigin {
  /** The model's name as people know it. */
  name: string;
  /** Where the file came from, in words. */
  origin: string;
  /** SPDX identifier; `null` where unknown. */
  licence: string | null;
  /** The licence's text, for a `LICENSE` file. */
  licenceText: string;
}

/** `manifest.json` of a model folder. */
export interface Manifest extends Omit<ModelOrigin, 'licenceText'> {
  format: 1;
  /** The GGUF file; of a model in several the name of the whole, and the bytes of all. */
  source: { file: string; bytes: number };
  /** Why there is no tokenizer among the files; absent where there is one. */
  tokenizerProblem?: string;
  importer: { name: string; version: number };
}

/** Told while a file is converted: how many bytes of it were stored, of how many. */
export type OnConverted = (done: number, total: number) => void;

/** Raised when the same GGUF file would give different files. */
export const IMPORTER_VERSION = 1;
const PRODUCER = { name: 'attnscope-gguf', version: String(IMPORTER_VERSION) };
/** RMSNormalization and RotaryEmbedding came with operator set 23. */
const OPSETS = { '': 23, 'com.microsoft': 1 };

/**
 * Turns a GGUF file, or the shards of one model by any of them, into a model folder: `model.onnx` with its weights
 * beside it, tokenizer, chat template, configuration and manifest. The same file gives the same bytes. Throws `bad-model`,
 * naming the tensor or field, where the file cannot be turned into the very model it holds.
 */
export async function importGguf(
  path: string,
  folder: string,
  origin?: ModelOrigin,
  onConverted?: OnConverted,
): Promise<Manifest> {
  const file = await readGguf(path);
  const spec = readDecoderSpec(file);
  const graph = decoderGraph(spec);
  await mkdir(folder, { recursive: true });

  const plans = [...graph.weights.values()];
  const total = plans.reduce((sum, plan) => sum + storedBytes(plan), 0);
  let done = 0;
  const tensors = await storeWeights(plans, folder, (bytes) => onConverted?.((done += bytes), total));
  const tokenizer = tokenizerFiles(file.metadata, spec.contextLength);
  const model = writeModel({
    name: spec.transformers.modelType,
    producer: PRODUCER,
    opsets: OPSETS,
    nodes: [...graph.nodes.values()],
    tensors: [...graph.tensors.values(), ...tensors],
    inputs: graph.inputs,
    outputs: graph.outputs,
  });
  const written: Record<string, string | Uint8Array> = {
    'model.onnx': model,
    'config.json': json(config(spec, file.metadata)),
    'generation_config.json': json(specialTokens(file.metadata)),
    ...('files' in tokenizer ? tokenizer.files : {}),
    ...(origin && { LICENSE: origin.licenceText }),
  };
  for (const [name, content] of Object.entries(written)) await writeFile(join(folder, name), content);

  const metadata = file.metadata;
  const name = basename(wholePath(file.path));
  const manifest: Manifest = {
    format: 1,
    name: origin?.name ?? textOf(metadata['general.name']) ?? nameOfFile(name),
    origin: origin?.origin ?? `GGUF file ${name}`,
    licence: origin?.licence ?? textOf(metadata['general.license']) ?? null,
    source: { file: name, bytes: file.sizeBytes },
    ...('problem' in tokenizer ? { tokenizerProblem: tokenizer.problem } : {}),
    importer: { name: PRODUCER.name, version: IMPORTER_VERSION },
  };
  await writeFile(join(folder, 'manifest.json'), json(manifest));
  return manifest;
}

/** The name of a file that does not tell its model's name; where a hash is all that it is called, the start of it. */
function nameOfFile(name: string): string {
  return basename(name, '.gguf').replace(/^(sha256-[0-9a-f]{12})[0-9a-f]{52}$/, '$1');
}

/** The configuration as transformers writes it for the same model. */
function config(spec: DecoderSpec, metadata: Readonly<Record<string, unknown>>): object {
  return {
    architectures: [spec.transformers.architecture],
    model_type: spec.transformers.modelType,
    hidden_size: spec.hiddenSize,
    intermediate_size: spec.feedForwardSize,
    num_hidden_layers: spec.layers,
    num_attention_heads: spec.heads,
    num_key_value_heads: spec.kvHeads,
    head_dim: spec.headSize,
    hidden_act: spec.activation === 'gelu' ? 'gelu_pytorch_tanh' : spec.activation,
    [spec.norms.kind === 'rms' ? 'rms_norm_eps' : 'layer_norm_eps']: spec.norms.epsilon,
    rope_theta: spec.rotation.whole.base,
    max_position_embeddings: spec.contextLength,
    vocab_size: spec.vocabSize,
    tie_word_embeddings: spec.output === null,
    attention_bias: spec.blocks.some(({ query }) => query.bias !== null),
    mlp_bias: false,
    torch_dtype: 'float32',
    ...specialTokens(metadata),
  };
}

function specialTokens(metadata: Readonly<Record<string, unknown>>): object {
  const id = (name: string): unknown => metadata[`tokenizer.ggml.${name}_token_id`];
  return { bos_token_id: id('bos'), eos_token_id: id('eos'), pad_token_id: id('padding') };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
