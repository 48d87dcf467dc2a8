import { ElementType } from '../onnx/onnxGraph';

/** Types of numbers that can be fed, by the names that NumPy and the inputs' file give them. */
export const dtypes = [
  'float32',
  'float16',
  'float64',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
] as const satisfies readonly (keyof typeof ElementType)[];
export type Dtype = (typeof dtypes)[number];

export function isDtype(name: string): name is Dtype {
  return (dtypes as readonly string[]).includes(name);
}

/** The name of an ElementType; `undefined` for one that cannot be fed. */
export function dtypeOf(type: number | undefined): Dtype | undefined {
  return dtypes.find((name) => ElementType[name] === type);
}

/** Least and greatest number of an integer type; of 64 bits, as far as a JSON number is exact. */
export function integerRange(dtype: Dtype): readonly [number, number] | undefined {
  const [, sign, bits] = /^(u?)int(\d+)$/.exec(dtype) ?? [];
  if (bits === undefined) return undefined;
  const exact = Number.MAX_SAFE_INTEGER;
  if (sign) return [0, Math.min(exact, 2 ** Number(bits) - 1)];
  return [Math.max(-exact, -(2 ** (Number(bits) - 1))), Math.min(exact, 2 ** (Number(bits) - 1) - 1)];
}
