import { describe, expect, it } from 'vitest';
import { cachePairs } from '../../../../src/model/inputs/keyValueCache';

const value = (name: string, dtype = 1) => ({ name, dtype, dims: ['batch', 2, 'past', 4] });
const kept = { axis: 2, tokens: 'past', dtype: 1 };

describe('pairs of the cache', () => {
  it('are found by the names that exporters use', () => {
    const inputs = ['input_ids', 'past_key_values.0.key', 'past_key_values.0.value'].map((n) => value(n));
    const outputs = ['logits', 'present.0.key', 'present.0.value'].map((n) => value(n));
    expect(cachePairs(inputs, outputs)).toEqual([
      { input: 'past_key_values.0.key', output: 'present.0.key', ...kept },
      { input: 'past_key_values.0.value', output: 'present.0.value', ...kept },
    ]);
    expect(cachePairs([value('past_0')], [value('present_0')])).toEqual([
      { input: 'past_0', output: 'present_0', ...kept },
    ]);
    expect(cachePairs([value('past_key_values.0.key')], [value('present_key_values.0.key')])).toEqual([
      { input: 'past_key_values.0.key', output: 'present_key_values.0.key', ...kept },
    ]);
  });

  it('are none where one of them is missing or of another type', () => {
    const inputs = [value('past_0'), value('past_1')];
    expect(cachePairs(inputs, [value('present_0')])).toEqual([]);
    expect(cachePairs(inputs, [value('present_0'), value('present_1', 10)])).toEqual([]);
  });

  it('are none where the graph does not say where tokens are added', () => {
    const closed = { ...value('past_0'), dims: ['batch', 2, 8, 4] };
    expect(cachePairs([closed], [value('present_0')])).toEqual([]);
    expect(cachePairs([{ ...closed, dims: undefined }], [value('present_0')])).toEqual([]);
  });
});
