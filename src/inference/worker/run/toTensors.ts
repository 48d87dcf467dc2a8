import { Tensor } from 'onnxruntime-node';
import type { Dtype } from '../../../model/inputs/dtypes';
import { toFloat16 } from '../../../probes/float16';
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
