/** The guards of errors that cross a border. */
import { ERROR_CODES, type WireError as AnyWireError } from '../errors';
import { z } from '../schema';

export const ErrorCode = z.enum(ERROR_CODES);

export const WireError: z.ZodType<AnyWireError> = z.object({
  code: ErrorCode,
  message: z.string(),
  sentences: z.optional(
    z.array(z.object({ text: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
  ),
});
