import { basename } from 'node:path';
import { AttnscopeError } from '../../../protocol/errors';
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
  const refuse = (message: string): never => {
    throw new AttnscopeError('bad-model', message);
  };
  const optional = (tensorName: string, columns: number, rows: number): GgufTensor | null => {
    const tensor = file.tensors.get(tensorName);
    if (!tensor) return null;
    taken.add(tensorName);
    if (tensor.columns !== columns || tensor.rows !== rows) {
      refuse(
        `Tensor ${tensorName} of ${name} is ${tensor.rows} × ${tensor.columns}; its metadata says ${rows} × ${columns}.`,
      );
    }
    const bytes = rowBytes(tensor.type, columns);
    if (bytes === null) {
      return refuse(
        `Tensor ${tensorName} of ${name} is of type ${tensor.type}, which cannot be imported (supported: ${supportedTypes.join(', ')}, in rows of whole blocks). Use the Q8_0, Q4_K_M or F16 file of this model.`,
      );
    }
    if (tensor.offset + bytes * rows > tensor.file.sizeBytes) {
      refuse(
        `${quoted(basename(tensor.file.path))} ends before the end of tensor ${tensorName}: the file is cut short. Download it again.`,
      );
    }
    return tensor;
  };
  const matrix = (tensorName: string, columns: number, rows: number): GgufTensor =>
    optional(tensorName, columns, rows) ??
    refuse(`Tensor ${tensorName} is missing from ${name}. The file is incomplete: download it again.`);
  const vector = (tensorName: string, length: number, rows = 1): GgufTensor => {
    const tensor = matrix(tensorName, length, rows);
    if (tensor.type !== 'F32')
      refuse(`Tensor ${tensorName} of ${name} is of type ${tensor.type}; F32 is expected.`);
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
          `${name} has a tensor ${quoted(unknown)} that the GGUF import does not know. Use an ONNX export of this model instead.`,
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
