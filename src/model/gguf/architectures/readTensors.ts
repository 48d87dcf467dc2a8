import { basename } from 'node:path';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence, type Sentence } from '../../../protocol/sentence';
import { quoted } from '../../../protocol/plainText';
import { rowBytes, supportedTypes } from '../blocks/types';
import type { GgufFile, GgufTensor } from '../readGguf';
import type { Weighted } from './decoderSpec';

/** Tensors of a file, each checked when it is taken. */
export interface TensorReader {
  /** `[rows, columns]`; `null` where there is none. */
  optional(name: string, columns: number, rows: number): GgufTensor | null;
  matrix(name: string, columns: number, rows: number): GgufTensor;
  /** The matrix `NAME.weight`, and `NAME.bias` where there is one. */
  linear(name: string, columns: number, rows: number): Weighted;
  /** `[length]`, float32; `[rows, length]` where there are several. */
  vector(name: string, length: number, rows?: number): GgufTensor;
  vectorIfAny(name: string, length: number, rows?: number): GgufTensor | null;
  /** Refuses a file with a tensor that was not taken: a graph without it (a bias, an adapter) would have other maps. */
  finish(): void;
}

/** All of its methods throw `bad-model` with the tensor's name. `name` is that of the file. */
export function readTensors(file: GgufFile, name: string): TensorReader {
  const taken = new Set<string>();
  const refuse = (message: Sentence): never => {
    throw new AttnscopeError('bad-model', [message]);
  };
  const optional = (tensorName: string, columns: number, rows: number): GgufTensor | null => {
    const tensor = file.tensors.get(tensorName);
    if (!tensor) return null;
    taken.add(tensorName);
    if (tensor.columns !== columns || tensor.rows !== rows) {
      refuse(
        sentence('Tensor {tensor} of {name} is {size}; its metadata says {stated}.', {
          ...{
            tensor: tensorName,
            name,
            size: `${tensor.rows} × ${tensor.columns}`,
            stated: `${rows} × ${columns}`,
          },
        }),
      );
    }
    const bytes = rowBytes(tensor.type, columns);
    if (bytes === null) {
      return refuse(
        sentence(
          'Tensor {tensor} of {name} is of type {type}, which cannot be imported (supported: {supported}, in rows of whole blocks). Use the Q8_0, Q4_K_M or F16 file of this model.',
          { tensor: tensorName, name, type: tensor.type, supported: supportedTypes.join(', ') },
        ),
      );
    }
    if (tensor.offset + bytes * rows > tensor.file.sizeBytes) {
      refuse(
        sentence('{name} ends before the end of tensor {tensor}: the file is cut short. Download it again.', {
          ...{ name: quoted(basename(tensor.file.path)), tensor: tensorName },
        }),
      );
    }
    return tensor;
  };
  const matrix = (tensorName: string, columns: number, rows: number): GgufTensor =>
    optional(tensorName, columns, rows) ??
    refuse(
      sentence('Tensor {tensor} is missing from {name}. The file is incomplete: download it again.', {
        ...{ tensor: tensorName, name },
      }),
    );
  const vector = (tensorName: string, length: number, rows = 1): GgufTensor => {
    const tensor = matrix(tensorName, length, rows);
    if (tensor.type !== 'F32')
      refuse(
        sentence('Tensor {tensor} of {name} is of type {type}; F32 is expected.', {
          ...{ tensor: tensorName, name, type: tensor.type },
        }),
      );
    return tensor;
  };
  const vectorIfAny = (tensorName: string, length: number, rows?: number): GgufTensor | null =>
    file.tensors.has(tensorName) ? vector(tensorName, length, rows) : null;
  return {
    optional,
    matrix,
    vector,
    vectorIfAny,
    linear: (part, columns, rows) => ({
      weight: matrix(`${part}.weight`, columns, rows),
      bias: vectorIfAny(`${part}.bias`, rows),
    }),
    finish() {
      const unknown = [...file.tensors.keys()].find((tensorName) => !taken.has(tensorName));
      if (unknown !== undefined) {
        refuse(
          sentence(
            '{name} has a tensor {tensor} that the GGUF import does not know. Use an ONNX export of this model instead.',
            { name, tensor: quoted(unknown) },
          ),
        );
      }
    },
  };
}

/** Rows `[first, first + rows)` of a matrix, as a tensor of its own. */
export function rowsOf(tensor: GgufTensor, part: string, first: number, rows: number): GgufTensor {
  const offset = tensor.offset + first * rowBytes(tensor.type, tensor.columns)!;
  return { ...tensor, name: `${tensor.name}.${part}`, rows, offset };
}
