import { basename } from 'node:path';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence, type Sentence } from '../../../protocol/sentence';
import { quoted } from '../../../protocol/plainText';
import type { GgufFile } from '../readGguf';
import { architectures } from './architectures';
import type { DecoderSpec } from './decoderSpec';
import { readBlock, readNorm } from './readBlock';
import { readFields, whatIsUnsupported } from './readFields';
import { readRotation } from './readRotation';
import { readTensors } from './readTensors';

/** Reads the description and checks every tensor; throws `bad-model` naming what stands in the way. */
export function readDecoderSpec(file: GgufFile): DecoderSpec {
  const name = quoted(basename(file.path));
  const refuse = (message: Sentence): never => {
    throw new AttnscopeError('bad-model', [message]);
  };
  const called = file.metadata['general.architecture'];
  if (typeof called !== 'string')
    return refuse(
      sentence('{name} does not say of which architecture its model is: it is damaged. Download it again.', {
        name,
      }),
    );
  const architecture = Object.hasOwn(architectures, called) ? architectures[called]! : undefined;
  if (!architecture) {
    return refuse(
      sentence(
        '{name} holds a model of architecture {architecture}; those that can be imported from GGUF are {known}. Use an ONNX export of this model instead.',
        { name, architecture: quoted(called), known: Object.keys(architectures).join(', ') },
      ),
    );
  }
  const fields = readFields(file, called, name);
  const { count, real } = fields;
  const hiddenSize = count('embedding_length');
  const heads = count('attention.head_count');
  const kvHeads = count('attention.head_count_kv', heads);
  const headSize = count('attention.key_length', hiddenSize / heads);
  const feedForwardSize = count('feed_forward_length');
  const layers = count('block_count');
  if (heads % kvHeads !== 0 || headSize % 2 !== 0) {
    refuse(
      sentence(
        '{name} has {heads} query heads, {kvHeads} key heads and head size {headSize}, which do not fit.',
        { name, heads, kvHeads, headSize },
      ),
    );
  }
  const otherwise = whatIsUnsupported(file, called, architecture, headSize);
  if (otherwise !== null) {
    refuse(
      sentence(
        '{name} {what}, which the GGUF import does not support. Use an ONNX export of this model instead.',
        { name, what: otherwise },
      ),
    );
  }

  const tensors = readTensors(file, name);
  const { matrix, optional } = tensors;
  const vocabSize = file.tensors.get('token_embd.weight')?.rows ?? 0;
  const sizes = { layers, heads, kvHeads, headSize, hiddenSize, feedForwardSize };
  const parallel = (architecture.mayBeParallel ?? false) && !file.tensors.has('blk.0.ffn_norm.weight');
  const spec: DecoderSpec = {
    ...sizes,
    transformers: architecture.transformers,
    vocabSize,
    norms: architecture.layerNorms
      ? { kind: 'layer', epsilon: fields.needed('attention.layer_norm_epsilon') }
      : { kind: 'rms', epsilon: fields.needed('attention.layer_norm_rms_epsilon') },
    permuted: architecture.permuted ?? false,
    activation: architecture.activation ?? 'silu',
    scales: {
      ...{ embedding: null, residual: null, logits: null, attentionCap: null, logitsCap: null },
      attention: headSize ** -0.5,
      ...architecture.scales?.({ ...sizes, real }),
    },
    embedding: matrix('token_embd.weight', hiddenSize, vocabSize),
    outputNorm: readNorm(architecture, tensors, 'output_norm', hiddenSize),
    output: optional('output.weight', hiddenSize, vocabSize),
    ...readRotation(architecture, headSize, fields, tensors, name),
    parallel,
    blocks: Array.from({ length: layers }, (_, layer) =>
      readBlock(architecture, { ...sizes, parallel }, fields, tensors, layer),
    ),
  };
  tensors.finish();
  return spec;
}
