/**
 * The one door to the schema library, in its form without methods, of which bundles carry only what they use.
 * Schemas in this folder are both the types of the project (`z.infer`) and their run-time guards; the JSON
 * Schemas under `media/schema` are made from them.
 */
import * as zod from 'zod/mini';

// Without this the library probes `new Function`, which a webview's content security policy reports.
zod.config({ jitless: true });

/** The parts in use, named one by one: so the bundles leave the rest (0.35 MB) out. */
export const z = {
  array: zod.array,
  boolean: zod.boolean,
  describe: zod.describe,
  discriminatedUnion: zod.discriminatedUnion,
  enum: zod.enum,
  extend: zod.extend,
  instanceof: zod.instanceof,
  int: zod.int,
  literal: zod.literal,
  looseObject: zod.looseObject,
  lte: zod.lte,
  maxLength: zod.maxLength,
  minLength: zod.minLength,
  nonnegative: zod.nonnegative,
  nullable: zod.nullable,
  nullish: zod.nullish,
  number: zod.number,
  object: zod.object,
  omit: zod.omit,
  optional: zod.optional,
  positive: zod.positive,
  record: zod.record,
  regex: zod.regex,
  strictObject: zod.strictObject,
  string: zod.string,
  union: zod.union,
  unknown: zod.unknown,
};

// Types under the same name, as the library has them.
// eslint-disable-next-line @typescript-eslint/no-namespace
export declare namespace z {
  export type infer<T extends zod.core.$ZodType> = zod.infer<T>;
  export type ZodType<Output = unknown> = zod.ZodMiniType<Output>;
  export type ZodObject = zod.ZodMiniObject;
  export type ZodError = zod.core.$ZodError;
}
