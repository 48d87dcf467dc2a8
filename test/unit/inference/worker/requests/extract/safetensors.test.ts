import { describe, expect, it } from 'vitest';
import { safetensorsHeader } from '../../../../../../src/inference/worker/requests/extract/safetensors';

describe('safetensors', () => {
  it('writes the header that the format asks for', () => {
    const header = safetensorsHeader([
      { name: 'attention.0', shape: [1, 1, 1, 2] },
      { name: 'attention.1', shape: [1, 1, 1, 1] },
    ]);
    const length = Number(header.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(header).toHaveLength(8 + length);
    expect(JSON.parse(header.toString('utf8', 8))).toEqual({
      'attention.0': { dtype: 'F32', shape: [1, 1, 1, 2], data_offsets: [0, 8] },
      'attention.1': { dtype: 'F32', shape: [1, 1, 1, 1], data_offsets: [8, 12] },
    });
  });
});
