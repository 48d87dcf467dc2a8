import { AttnscopeError, type ErrorCode } from '../../protocol/errors';
import { plainText } from '../../protocol/plainText';

/** Paths of the machine that built the runtime, with their line number. */
const BUILD_PATH = /(?:[A-Za-z]:)?[\\/][\w.\\/+-]*\.(?:cc|cpp|h|hpp|cu)(?::\d+|\(\d+\))?:?/g;
/** The C++ function that failed, with its parameters. */
const FUNCTION =
  /[\w:<>,*& ]*\b[\w:]+::\w+(?:<[^()]*>)?\([^()]*(?:\([^()]*\)[^()]*)*\)(?: const)?(?: \[with [^\]]*\])?/g;

/**
 * The reason in what the runtime threw, as one plain sentence without paths and functions of its build.
 */
export function runtimeReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const plain = text
    .replace(BUILD_PATH, ' ')
    .replace(FUNCTION, ' ')
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
