import { expect, it } from 'vitest';
import { toFloat16 } from '../../../src/probes/float16';

it.each([
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2.5, 0xc100],
  [0.1, 0x2e66],
  [65_504, 0x7bff],
  [65_519, 0x7bff],
  [65_520, 0x7c00],
  [-1e9, 0xfc00],
  [2 ** -14, 0x0400],
  [2 ** -15, 0x0200],
  [2 ** -24, 0x0001],
  [2 ** -25, 0x0000],
  [3 * 2 ** -26, 0x0001],
  [1.00048828125, 0x3c00],
  [1.00146484375, 0x3c02],
  [Infinity, 0x7c00],
])('rounds %d to half precision as numpy does', (value, bits) => {
  expect(toFloat16(value)).toBe(bits);
});
