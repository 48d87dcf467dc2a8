import { expect } from 'vitest';

/** Expects the same shape with every number within `relative` of the expected one, or within `absolute`. */
export function expectWithin(
  actual: unknown,
  expected: unknown,
  relative: number,
  absolute: number,
  path = '',
): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const off = Math.abs(actual - expected);
    if (off > absolute && !(off <= relative * Math.abs(expected))) expect(actual, path).toBe(expected);
  } else if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual) {
    const plain = ArrayBuffer.isView(actual) ? Array.from(actual as unknown as ArrayLike<number>) : actual;
    expect(Object.keys(plain).sort(), path).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) {
      expectWithin((plain as Record<string, unknown>)[key], value, relative, absolute, `${path}.${key}`);
    }
  } else expect(actual, path).toEqual(expected);
}

/** Reads a fixture of test/oracle. */
export function floatsOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
