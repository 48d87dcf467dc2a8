import { describe, expect, it } from 'vitest';
import { toTensors } from '../../../../../src/inference/worker/run/toTensors';

describe('inputs as tensors', () => {
  it('keeps integers, truth values and shapes', () => {
    const { ids, mask } = toTensors({
      ids: { dtype: 'int64', dims: [1, 2], data: [3, 49_151] },
      mask: { dtype: 'bool', dims: [2, 1], data: [true, false] },
    });
    expect([ids!.type, ids!.dims, [...(ids!.data as BigInt64Array)]]).toEqual([
      'int64',
      [1, 2],
      [3n, 49_151n],
    ]);
    expect([mask!.type, [...(mask!.data as Uint8Array)]]).toEqual(['bool', [1, 0]]);
  });

  // Bit patterns by numpy: np.float16(x).view(np.uint16).
});
