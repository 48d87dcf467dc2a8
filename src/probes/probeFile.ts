import { AttnscopeError } from '../protocol/errors';
import { sentence } from '../protocol/sentence';
import { z } from '../protocol/schema';

const size = z.int().check(z.positive());

/** A number for each kind of text that a probe is calibrated for. */
const ForKind = z.object({
  /** A whole prompt file. */
  file: z.optional(z.number()),
  /** A piece of data of at most `WINDOW_TOKENS` tokens. */
  window: z.optional(z.number()),
  /** Longer data. */
  document: z.optional(z.number()),
});

/**
 * A probe on the states of one model, `media/probes/<name>.json`; the matrices are in the file beside it that
 * `weights` names: float16, little-endian, one behind the other, each `[out, in]` row by row.
 */
export const ProbeFile = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  /** The only model that it is for. */
  model: z.object({ sha256: z.string() }),
  /**
   * After how many layers the states are taken: 18 is what layer 18 of 1, 2, … leaves behind, `hidden_states[18]` of
   * the transformers library, and index 17 in a list of layers that begins at 0.
   */
  layers: z.array(size),
  /** Numbers of a state; states of several layers stand one behind the other. */
  input: size,
  /** Of each input: (input - mean) / scale is what the first matrix is fed. */
  standardize: z.object({ mean: z.array(z.number()), scale: z.array(z.number()) }),
  weights: z.string(),
  /** Each a product with its matrix and its bias added; the last has one output, the score. */
  head: z.array(z.object({ in: size, out: size, bias: z.array(z.number()) })),
  /** Between two of them. */
  activation: z.literal('relu'),
  /** What is scored: the mean state of a sentence, or each token, of which the best mean of 8 neighbours counts. */
  score: z.enum(['sentence-mean', 'best-mean-of-8']),
  /** Score from which a text is warned of. */
  threshold: ForKind,
  /** Share of clean texts, of sources that the probe was not fitted to, that reach it. */
  falseAlarms: ForKind,
  /** The first token of a prompt, whose state is hundreds of times larger than any other. */
  skipFirstToken: z.literal(true),
});
export type ProbeFile = z.infer<typeof ProbeFile>;

/** One step of a head: `[out, in]` float16 as bytes, and `[out]` float32. */
export interface HeadStep {
  in: number;
  out: number;
  matrix: Uint8Array;
  bias: Float32Array;
}

/** A probe ready to be run. */
export interface Probe extends Omit<ProbeFile, 'head' | 'standardize' | 'weights'> {
  /** `[layers × input]` each. */
  standardize: { mean: Float32Array; scale: Float32Array };
  head: readonly HeadStep[];
}

const HALF_BYTES = 2;

/**
 * Reads a probe of its two files.
 *
 * @throws AttnscopeError `bad-model` where they are not a probe, or do not fit each other.
 */
export function readProbe(json: string, weights: Uint8Array): Probe {
  const file = parse(json);
  const { head, standardize, layers, input } = file;
  const inputs = layers.length * input;
  refuseUnless(standardize.mean.length === inputs, `its means are not ${inputs}`);
  refuseUnless(standardize.scale.length === inputs, `its scales are not ${inputs}`);
  refuseUnless(
    standardize.scale.every((scale) => scale > 0),
    'a scale is not positive',
  );
  let width = inputs;
  let at = 0;
  const steps = head.map(({ in: from, out, bias }): HeadStep => {
    refuseUnless(from === width && bias.length === out, 'its matrices do not follow on each other');
    width = out;
    const matrix = weights.subarray(at, (at += HALF_BYTES * from * out));
    return { in: from, out, matrix, bias: Float32Array.from(bias) };
  });
  refuseUnless(width === 1 && head.length > 0, 'its last matrix has not one output');
  refuseUnless(at === weights.length, `its weights take ${weights.length} bytes, not ${at}`);
  return {
    ...file,
    head: steps,
    standardize: { mean: Float32Array.from(standardize.mean), scale: Float32Array.from(standardize.scale) },
  };
}

function parse(json: string): ProbeFile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = undefined;
  }
  const parsed = ProbeFile.safeParse(value);
  if (parsed.success) return parsed.data;
  throw damaged(`wrong: ${parsed.error.issues[0]?.path.join('.') || 'the file'}`);
}

function refuseUnless(fits: boolean, problem: string): asserts fits {
  if (!fits) throw damaged(problem);
}

function damaged(problem: string): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'A probe cannot be used: {problem}. Install Attnscope again, or take the probe out of its folder.',
      { problem },
    ),
  ]);
}
