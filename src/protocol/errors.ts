// Not with the schema library, which everything that throws would carry along: the guards are in wireError.ts.
import { inWords, type Sentence } from './sentence';

/** Kinds of failure that callers treat differently. */
export const ERROR_CODES = [
  'bad-input', // the text, file or argument cannot be used
  'bad-model', // the model cannot be read or mapped
  'too-long', // more tokens than the context holds
  'crashed', // the inference process ended on its own
  'cancelled', // ended on request
  'stopped', // automatic restarts are off after repeated crashes
  'internal', // a defect of ours
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error whose message is one plain paragraph for the person: what is wrong, where, what to do. */
export class AttnscopeError extends Error {
  override readonly name = 'AttnscopeError';
  /** The message, where it can be said in other languages; the message itself is English. */
  readonly sentences: Sentence[] | undefined;
  constructor(
    readonly code: ErrorCode,
    message: string | Sentence[],
    options?: ErrorOptions,
  ) {
    super(typeof message === 'string' ? message : inWords(message), options);
    this.sentences = typeof message === 'string' ? undefined : message;
  }
}

/** The error of a request that was ended on purpose. */
export function cancelled(): AttnscopeError {
  return new AttnscopeError('cancelled', 'The request was cancelled.');
}

/** How an error crosses a border. */
export interface WireError {
  code: ErrorCode;
  message: string;
  sentences?: Sentence[];
}

/** By its name: each program has a class of its own, and errors of one pass through another. */
function isOurs(error: unknown): error is AttnscopeError {
  return error instanceof Error && error.name === 'AttnscopeError' && 'code' in error;
}

export function toWireError(error: unknown): WireError {
  if (isOurs(error)) {
    const { code, message, sentences } = error;
    return sentences ? { code, message, sentences } : { code, message };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

export function fromWireError(error: WireError): AttnscopeError {
  return new AttnscopeError(error.code, error.sentences ?? error.message);
}
