import { AttnscopeError, type ErrorCode } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';

/** Where in its source the runtime failed: a file of the machine that built it, and the function's signature. */
const BUILD_PLACE =
  /(?:[A-Za-z]:)?[\\/][\w.\\/+-]{1,300}\.(?:cc|cpp|h|hpp|cu)(?::\d+|\(\d+\))?:?(?:\s+[\w:<>,*& ]{0,200}\w::~?\w+(?:<[^()]{0,100}>)?\([^()]{0,600}\)(?: const)?(?: \[with [^\]]{0,300}\])?)?/g;

/**
 * The reason in what the runtime threw, as one plain sentence without paths and functions of its build.
 */
export function runtimeReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const plain = text
    .replace(BUILD_PLACE, ' ')
    .replace(/\bStatus Message:/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plainText(plain, 300).replace(/[.\s]+$/, '');
}

/** Wraps what the runtime threw; errors that are for people already pass through. */
export function fromRuntime(error: unknown, code: ErrorCode, what: string, advice: string): AttnscopeError {
  if (error instanceof AttnscopeError) return error;
  return new AttnscopeError(code, `${what}: ${runtimeReason(error)}. ${advice}`, { cause: error });
}
