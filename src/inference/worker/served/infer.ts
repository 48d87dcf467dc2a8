import { randomUUID } from 'node:crypto';
import { quoted } from '../../../protocol/plainText';
import { sentence } from '../../../protocol/sentence';
import type { TensorInput } from '../../../protocol/borders/inference';
import { exchange, type Server } from './exchange';
import { insistently } from './insistently';
import { readAnswer, type AskedOutput, type GivenOutput } from './readAnswer';
import { refusal } from './refusals';

/** As the protocol names types (kserve/open-inference-protocol, "Tensor Data Types"). */
const TYPES: Readonly<Record<string, string>> = {
  ...{ float32: 'FP32', float64: 'FP64', bool: 'BOOL' },
  ...{ int64: 'INT64', int32: 'INT32', int16: 'INT16', int8: 'INT8' },
  ...{ uint64: 'UINT64', uint32: 'UINT32', uint16: 'UINT16', uint8: 'UINT8' },
};

/**
 * Runs a served model once: `POST …/infer` of the Open Inference Protocol. Numbers come back by its binary extension
 * (https://kserve.github.io/website, "Binary Tensor Data Extension"), or as JSON from a server that does not have it.
 */
export function infer(
  server: Server,
  inputs: Readonly<Record<string, TensorInput>>,
  outputs: readonly AskedOutput[],
): Promise<Map<string, GivenOutput>> {
  const body = JSON.stringify({
    id: randomUUID(),
    inputs: Object.entries(inputs).map(([name, { dtype, dims, data }]) => ({
      ...{ name, datatype: typeOf(dtype, name), shape: dims, data },
    })),
    outputs: outputs.map(({ name }) => ({ name, parameters: { binary_data: true } })),
  });
  return insistently(() => exchange(server, '/infer', body, (answer) => readAnswer(server, answer, outputs)));
}

function typeOf(dtype: string, name: string): string {
  const type = TYPES[dtype];
  if (type !== undefined) return type;
  throw refusal([
    sentence('The input {name} is {dtype}, which cannot be sent to a server. Export the model without it.', {
      ...{ name: quoted(name), dtype },
    }),
  ]);
}
