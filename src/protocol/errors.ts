import { z } from './schema';

/** Kinds of failure that callers treat differently. */
export const ErrorCode = z.enum([
  'bad-input', // the text, file or argument cannot be used
  'bad-model', // the model cannot be read or mapped
  'too-long', // more tokens than the context holds
  'crashed', // the inference process ended on its own
  'cancelled', // ended on request
  'stopped', // automatic restarts are off after repeated crashes
  'internal', // a defect of ours
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An error whose message is one plain paragraph for the person: what is wrong, where, what to do. */
export class AttnscopeError extends Error {
  override readonly name = 'AttnscopeError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** How an error crosses a border. */
export const WireError = z.object({ code: ErrorCode, message: z.string() });
export type WireError = z.infer<typeof WireError>;

export function toWireError(error: unknown): WireError {
  if (error instanceof AttnscopeError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

export function fromWireError(error: WireError): AttnscopeError {
  return new AttnscopeError(error.code, error.message);
}
