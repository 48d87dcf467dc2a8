import { describe, expect, it } from 'vitest';
import { mapName, safetensorsBytes } from '../../../src/model/safetensors';

describe('safetensors', () => {
  it('writes the layout that the format asks for', () => {
    const bytes = safetensorsBytes([
      { name: 'attention.0', shape: [1, 1, 1, 2], values: Float32Array.of(0.25, 0.75) },
      { name: 'attention.1', shape: [1, 1, 1, 1], values: Float32Array.of(1) },
    ]);
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.toString('utf8', 8, 8 + length))).toEqual({
      'attention.0': { dtype: 'F32', shape: [1, 1, 1, 2], data_offsets: [0, 8] },
      'attention.1': { dtype: 'F32', shape: [1, 1, 1, 1], data_offsets: [8, 12] },
    });
    expect([0, 4, 8].map((at) => bytes.readFloatLE(8 + length + at))).toEqual([0.25, 0.75, 1]);
    expect(bytes).toHaveLength(8 + length + 12);
  });

  it('writes part of a larger buffer only', () => {
    const values = Float32Array.of(9, 0.5, 9).subarray(1, 2);
    const bytes = safetensorsBytes([{ name: 'a', shape: [1], values }]);
    expect(bytes.readFloatLE(bytes.length - 4)).toBe(0.5);
  });

  it('refuses values that do not fill their shape', () => {
    expect(() => safetensorsBytes([{ name: 'a', shape: [3], values: Float32Array.of(1) }])).toThrow(/shape/);
  });

  it('names the stack where there are several', () => {
    expect(mapName({ stack: 'self', index: 3 })).toBe('attention.3');
    expect(mapName({ stack: 'cross', index: 0 })).toBe('attention.cross.0');
  });
});
