import { z } from '../schema';
import { UsedProvider } from './provider';

/** One thing that is checked in a model, with what was measured. */
export const Check = z.object({
  name: z.enum([
    /** It takes token ids. */
    'input-ids',
    /** It has one stack, no encoder with a decoder. */
    'one-stack',
    /** A map is `[batch, heads, queries, keys]`. */
    'shape',
    /** Its weights are numbers; the figure counts those that are not. */
    'numbers',
    /** They are 0 to 1; the figure is how far outside the worst one is. */
    'range',
    /** Rows sum to what the structure says; the figure is how far the worst one is off. */
    'row-sums',
    /** No query attends to a later key; the figure is the largest weight that one has. */
    'causal',
    /** A prompt that is run in pieces gives the same map; the figure is the largest difference. */
    'pieces',
  ]),
  passed: z.boolean(),
  /** What was measured, at its worst; `null` where there was nothing to measure. */
  figure: z.nullable(z.number()),
  /** The largest figure that passes. */
  limit: z.nullable(z.number()),
  /** Where it fails first, and how, as the end of a sentence; `null` where it passed. */
  why: z.nullable(z.string()),
});
export type Check = z.infer<typeof Check>;

const index = z.int().check(z.nonnegative());

/** One layer of attention, as it was found. */
export const FoundLayer = z.object({
  /** Which stack it belongs to: `self` in models of one, else `encoder`, `decoder` or `cross`. */
  stack: z.enum(['self', 'encoder', 'decoder', 'cross']),
  /** Counted from 0 within its stack. */
  index,
  /** How its map is had, e.g. `softmax-matmul`. */
  via: z.string(),
  /** What a row of it sums to. */
  rowSum: z.enum(['one', 'at-most-one', 'free']),
  /** Whether it is computed in float16. */
  half: z.boolean(),
  /** `null` where no prompt can be fed, so that nothing was run. */
  heads: z.nullable(z.int()),
  checks: z.array(Check),
});

/** What is known of a model, and why it can or cannot be read. */
export const Diagnosis = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  /** The graph file, or the GGUF file that it was made of. */
  path: z.string(),
  /** `other`: it has neither their ending nor their first bytes, and could not be read. */
  kind: z.enum(['onnx', 'gguf', 'other']),
  /** Other graphs of the same model, relative to its folder, as `onnx/model_q4.onnx`. */
  otherGraphs: z.array(z.string()),
  /** Bytes of that file and of the files with its weights. */
  bytes: z.int(),
  /** SHA-256 over graph and weights, hex; `null` where it was not got to. */
  sha256: z.nullable(z.string()),
  /** What wrote the file, and the architecture of a GGUF file; `null` where it does not say. */
  producer: z.nullable(z.string()),
  /** Versions of operator sets by domain; the standard one is `ai.onnx`. Empty for a GGUF file. */
  opsets: z.record(z.string(), z.int()),
  /** Types of weights, and how many tensors have each, the commonest first. */
  types: z.array(z.object({ type: z.string(), tensors: z.int() })),
  /** Inputs of the graph; `filled`: with what, where a prompt alone does not give it. */
  inputs: z.array(
    z.object({
      name: z.string(),
      type: z.nullable(z.string()),
      dims: z.nullable(z.array(z.nullable(z.union([z.int(), z.string()])))),
      filled: z.nullable(z.string()),
    }),
  ),
  /** In the order in which the model runs them. */
  layers: z.array(FoundLayer),
  /** Softmaxes of the graph that are no attention, so that no map is shown of them; by name of the node. */
  otherSoftmaxes: z.array(z.string()),
  /** Whether a prompt alone can be fed. */
  checks: z.array(Check),
  /** Whether the states after each layer are found; probes, lens and rollout by value need them. */
  states: z.boolean(),
  /** Absent where the processor computes it. */
  provider: z.optional(UsedProvider),
  tokenizer: z.boolean(),
  /** Whether it has a chat template; why its own cannot be used, where it cannot. */
  chatTemplate: z.union([z.boolean(), z.string()]),
  contextLength: z.nullable(z.int()),
  /** Why no prompt can be read, in one paragraph; `null` where prompts can. */
  problem: z.nullable(z.string()),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** Tells what a model is and what can be shown of it. Throws `bad-model` only where there is no such file. */
export const Doctor = { params: z.object({ model: z.string() }), result: Diagnosis };
