import { Tensor } from 'onnxruntime-node';
import type { Dtype } from '../../../model/inputs/dtypes';
import type { TensorInput } from '../../../protocol/borders/inference';

type Maker = (data: readonly (number | boolean)[], dims: readonly number[]) => Tensor;

const makers: Readonly<Record<Dtype, Maker>> = {
  float32: (data, dims) => new Tensor('float32', Float32Array.from(data, Number), dims),
  float64: (data, dims) => new Tensor('float64', Float64Array.from(data, Number), dims),
  float16: (data, dims) =>
    new Tensor(
      'float16',
      Uint16Array.from(data, (n) => toFloat16(Number(n))),
      dims,
    ),
  int64: (data, dims) => new Tensor('int64', BigInt64Array.from(data, whole), dims),
  uint64: (data, dims) => new Tensor('uint64', BigUint64Array.from(data, whole), dims),
  int32: (data, dims) => new Tensor('int32', Int32Array.from(data, Number), dims),
  uint32: (data, dims) => new Tensor('uint32', Uint32Array.from(data, Number), dims),
  int16: (data, dims) => new Tensor('int16', Int16Array.from(data, Number), dims),
  uint16: (data, dims) => new Tensor('uint16', Uint16Array.from(data, Number), dims),
  int8: (data, dims) => new Tensor('int8', Int8Array.from(data, Number), dims),
  uint8: (data, dims) => new Tensor('uint8', Uint8Array.from(data, Number), dims),
  bool: (data, dims) => new Tensor('bool', Uint8Array.from(data, Number), dims),
};

/** Makes the runtime's tensors from plain numbers; `checkInputs`, or whoever made these, answers for them. */
export function toTensors(inputs: Readonly<Record<string, TensorInput>>): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { dtype, dims, data }]) => [name, makers[dtype as Dtype](data, dims)]),
  );
}

function whole(value: number | boolean): bigint {
  return BigInt(Number(value));
}

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
