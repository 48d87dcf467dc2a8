import { describe, expect, test } from 'vitest';
import { axisTicks, shorten } from '../../../../../webview/charts/parts/axisTicks';

describe('labels of an axis', () => {
  test('stand at the middles of cells, as far apart as they must be', () => {
    expect(axisTicks(0, 5, 200, 15)).toEqual({ step: 1, values: [0.5, 1.5, 2.5, 3.5, 4.5] });
    const { step, values } = axisTicks(0, 1000, 500, 15);
    expect(step).toBe(50);
    expect(values).toHaveLength(20);
  });
  test('of a part keep to the same cells as of the whole', () => {
    expect(axisTicks(12.4, 31, 100, 15).values.map((value) => Math.floor(value) % 5)).toEqual([0, 0, 0, 0]);
  });
  test('are shortened by whole characters, in the middle where the ends tell names apart', () => {
    expect(shorten('💡💡💡💡', 3)).toBe('💡💡…');
    expect(shorten('<|im_start|>', 7, true)).toBe('<|i…t|>');
    expect(shorten('short', 7)).toBe('short');
    // Marks around a right-to-left word take no room.
    expect(shorten('7 \u2068سلام\u2069', 6)).toBe('7 \u2068سلام\u2069');
    expect(shorten('7 \u2068سلام\u2069', 5)).toBe('7 \u2068سل…');
  });
});
