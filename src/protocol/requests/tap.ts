import { z } from '../schema';
import { FoundLayer } from './doctor';

const index = z.int().check(z.nonnegative());

/** What a served file says of itself, as UTF-8 JSON in its output `attnscope`. */
export const ServedModel = z.object({
  /** Of what is said here, raised when that changes its meaning. */
  format: z.literal(1),
  name: z.string(),
  /** SHA-256 over graph and weights of the model that was tapped, hex. */
  sha256: z.string(),
  /** Longest prompt in tokens; `null` where the model does not say. */
  contextLength: z.nullable(z.int()),
  /** How many tokens it knows; `null` where its graph does not say. */
  vocabulary: z.nullable(z.int()),
  /** What it is fed; a size of `null` or a name is open. */
  inputs: z.array(
    z.object({
      name: z.string(),
      dtype: z.string(),
      dims: z.array(z.nullable(z.union([z.int(), z.string()]))),
    }),
  ),
  /** In the order in which the model runs them. `step`: weights are multiples of it; 0 where they are not rounded. */
  layers: z.array(
    z.object({
      ...z.omit(FoundLayer, { heads: true, checks: true }).shape,
      heads: z.int().check(z.positive()),
      step: z.number(),
    }),
  ),
  /** What it gives, see docs/served.md: `tensor` is the output's name, `layer` the place of its layer in `layers`. */
  outputs: z.array(
    z.object({
      kind: z.enum(['map', 'headMean', 'lastRow', 'firstRow', 'meanRow', 'nextLogits']),
      layer: index,
      tensor: z.string(),
    }),
  ),
});
export type ServedModel = z.infer<typeof ServedModel>;

/** Writes a model with its maps among its outputs, for a server. */
export const Tap = {
  params: z.object({
    model: z.string(),
    /** `none`: maps of each head and their means; `head-mean`: the means alone. */
    reduce: z.enum(['none', 'head-mean']),
    /** The folder to write, named as the server will name the model; nothing is left of it on failure. */
    out: z.string(),
  }),
  result: z.object({
    served: ServedModel,
    /** Files written, relative to the folder. */
    files: z.array(z.string()),
  }),
};
