import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { quoted } from '../../../protocol/plainText';
import type { Architecture } from './architecture';
import type { DecoderSpec, Rotation } from './decoderSpec';
import type { FieldReader } from './readFields';
import type { TensorReader } from './readTensors';

/** Frequencies and how far they reach: tokens of context. */
type Read = Pick<DecoderSpec, 'rotation' | 'contextLength'>;

/** Scaling methods that are understood (`rope.scaling.type`). */
const METHODS = ['none', 'linear', 'yarn'];
/** What YaRN can be told beside its factor and bounds, and is not here. */
const FOREIGN = ['yarn_ext_factor', 'yarn_attn_factor', 'yarn_log_multiplier', 'attn_factor'];
const LONG = 'rope_factors_long.weight';
const SHORT = 'rope_factors_short.weight';

/**
 * How queries and keys are turned, in float32 at each step, as transformers computes it
 * (`modeling_rope_utils.py`). Throws `bad-model` for a method that is not understood. `name` is that of the file, quoted.
 */
export function readRotation(
  { window }: Architecture,
  headSize: number,
  fields: FieldReader,
  { vectorIfAny }: TensorReader,
  name: string,
): Read {
  const contextLength = fields.count('context_length');
  const size = fields.count('rope.dimension_count', headSize);
  const base = fields.real('rope.freq_base') ?? 10_000;
  const method = fields.text('rope.scaling.type') ?? 'none';
  const own: Rotation = { base, frequencies: plain(base, size), divisors: null, magnitude: 1 };
  const both = (whole: Rotation, reach = contextLength): Read => {
    const ropeBase = window?.ropeBase;
    const ofWindow =
      ropeBase === undefined
        ? whole
        : { ...whole, base: ropeBase, frequencies: plain(ropeBase, size), magnitude: 1 };
    return { rotation: { whole, window: ofWindow }, contextLength: reach };
  };

  const short = vectorIfAny(SHORT, size / 2);
  if (short) {
    // From the first token after this length on, transformers turns all tokens by the other set: no prompt may have one.
    vectorIfAny(LONG, size / 2);
    const reach = fields.count('rope.scaling.original_context_length');
    const magnitude = fields.real('rope.scaling.attn_factor') ?? 1;
    return both({ ...own, divisors: short, magnitude }, Math.min(reach, contextLength));
  }
  if (!METHODS.includes(method)) throw refusal(name, `scales positions by the method ${quoted(method)}`);
  const divisors = vectorIfAny('rope_freqs.weight', size / 2);
  if (method === 'yarn') {
    const foreign = FOREIGN.find((key) => (fields.real(`rope.scaling.${key}`) ?? 1) !== 1);
    if (foreign !== undefined) throw refusal(name, `sets rope.scaling.${foreign}`);
    return both({ ...own, divisors, ...yarn(own, size, fields, contextLength) });
  }
  const factor = method === 'linear' ? fields.needed('rope.scaling.factor') : 1;
  return both({ ...own, divisors, frequencies: own.frequencies.map((frequency) => frequency / factor) });
}

function refusal(name: string, what: string): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      '{name} {what}, which the GGUF import does not support. Use an ONNX export of this model instead.',
      { name, what },
    ),
  ]);
}

/** base^(−2i / size). */
function plain(base: number, size: number): Float32Array {
  return Float32Array.from({ length: size / 2 }, (_, i) => Math.fround(1 / power(base, size, i)));
}

function power(base: number, size: number, i: number): number {
  return Math.fround(Math.fround(base) ** Math.fround((2 * i) / size));
}

/**
 * YaRN (https://arxiv.org/abs/2309.00071, section 3): pairs that turn often within the original context keep their
 * frequency, pairs that turn seldom are slowed down by the factor, those between by a share of it.
 */
function yarn(
  { base, frequencies }: Rotation,
  size: number,
  fields: FieldReader,
  contextLength: number,
): Pick<Rotation, 'frequencies' | 'magnitude'> {
  const factor = fields.needed('rope.scaling.factor');
  const original = fields.count('rope.scaling.original_context_length', contextLength);
  /** The pair that turns so often within the original context. */
  const pairOf = (turns: number): number =>
    (size * Math.log(original / (turns * 2 * Math.PI))) / (2 * Math.log(base));
  const first = Math.max(Math.floor(pairOf(fields.real('rope.scaling.yarn_beta_fast') ?? 32)), 0);
  const slowest = Math.min(Math.ceil(pairOf(fields.real('rope.scaling.yarn_beta_slow') ?? 1)), size - 1);
  const last = slowest === first ? first + 0.001 : slowest;
  return {
    frequencies: frequencies.map((frequency, i) => {
      const kept = 1 - Math.min(Math.max(Math.fround((i - first) / (last - first)), 0), 1);
      const slowed = Math.fround(1 / Math.fround(factor * power(base, size, i)));
      return Math.fround(slowed * (1 - kept)) + Math.fround(frequency * kept);
    }),
    magnitude: factor <= 1 ? 1 : 0.1 * Math.log(factor) + 1,
  };
}
