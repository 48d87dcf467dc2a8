import type { ValueSpec } from '../../onnx/graphSpec';
import { ElementType } from '../../onnx/onnxGraph';
import type { ServedModel } from '../../../protocol/requests/tap';

/** Types as Triton names them, by ours. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ float32: 'FP32', float16: 'FP16', float64: 'FP64', bool: 'BOOL' },
  ...{ int64: 'INT64', int32: 'INT32', int16: 'INT16', int8: 'INT8' },
  ...{ uint64: 'UINT64', uint32: 'UINT32', uint16: 'UINT16', uint8: 'UINT8' },
};

/**
 * A `config.pbtxt` (https://github.com/triton-inference-server/server/blob/main/docs/user_guide/model_configuration.md).
 * Without one Triton may take the first axis for a batch that it makes itself.
 */
export function tritonConfig(name: string, { inputs }: ServedModel, outputs: readonly ValueSpec[]): string {
  const port = (port: string, type: string, dims: readonly (number | string | null)[]) =>
    `  { name: ${JSON.stringify(port)} data_type: TYPE_${type} dims: [ ${dims.map((dim) => (typeof dim === 'number' ? dim : -1)).join(', ')} ] }`;
  const given = outputs.map(({ name: output, type, shape = [] }) =>
    port(output, type === ElementType.uint8 ? 'UINT8' : 'FP32', shape),
  );
  return [
    `name: ${JSON.stringify(name)}`,
    'backend: "onnxruntime"',
    'max_batch_size: 0',
    `input [\n${inputs.map((input) => port(input.name, TYPES[input.dtype]!, input.dims)).join(',\n')}\n]`,
    `output [\n${given.join(',\n')}\n]`,
    '',
  ].join('\n');
}
