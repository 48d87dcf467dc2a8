const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** Bits of the nearest IEEE 754 half-precision number, ties to even. */
export function toFloat16(value: number): number {
  single[0] = value;
  const f = bits[0]!;
  const sign = (f >>> 16) & 0x8000;
  const exponent = (f >>> 23) & 0xff;
  const fraction = f & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  // Counted in steps of the result: normal numbers keep 10 bits of fraction, small ones fewer.
  const scale = exponent - 112;
  if (scale >= 31) return sign | 0x7c00;
  if (scale < -10) return sign;
  const whole = scale > 0 ? (scale << 23) | fraction : fraction | 0x800000;
  const shift = scale > 0 ? 13 : 14 - scale;
  const kept = whole >>> shift;
  const rest = whole & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const up = rest > half || (rest === half && (kept & 1) === 1);
  return sign | (kept + (up ? 1 : 0));
}
