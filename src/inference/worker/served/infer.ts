import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AttnscopeError } from '../../../protocol/errors';
import { z } from '../../../protocol/schema';
import { sentence } from '../../../protocol/sentence';
import type { TensorInput } from '../../../protocol/borders/inference';
import { byteReader } from './byteReader';
import { exchange, isPage, refusal, type Server } from './exchange';
import { insistently } from './insistently';

/** An output to ask for, and what it has to be like; a size of `null` is open, up to `MOST_OPEN`. */
export interface AskedOutput {
  name: string;
  datatype: 'FP32' | 'UINT8';
  dims: readonly (number | null)[];
}

export interface GivenOutput {
  dims: number[];
  /** Little endian, in row order. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** Largest size that was not known before. */
const MOST_OPEN = 2 ** 22;
/** Of the JSON that says what follows, bytes. */
const MOST_HEADER = 2 ** 20;
/** Digits and comma of a number where a server answers in JSON alone. */
const JSON_BYTES = 32;
const BYTES = { FP32: 4, UINT8: 1 };
/** As the protocol names types (kserve/open-inference-protocol, "Tensor Data Types"). */
const TYPES: Readonly<Record<string, string>> = {
  ...{ float32: 'FP32', float64: 'FP64', bool: 'BOOL' },
  ...{ int64: 'INT64', int32: 'INT32', int16: 'INT16', int8: 'INT8' },
  ...{ uint64: 'UINT64', uint32: 'UINT32', uint16: 'UINT16', uint8: 'UINT8' },
};

const Response = z.looseObject({
  outputs: z.array(
    z.looseObject({
      name: z.string(),
      datatype: z.string(),
      shape: z.array(z.int().check(z.nonnegative())),
      parameters: z.nullish(z.looseObject({ binary_data_size: z.optional(z.int().check(z.nonnegative())) })),
      data: z.optional(z.array(z.unknown())),
    }),
  ),
});
type Output = z.infer<typeof Response>['outputs'][number];

/**
 * Runs a served model once: `POST …/infer` of the Open Inference Protocol. Numbers come back by its binary extension
 * (https://kserve.github.io/website, "Binary Tensor Data Extension"), or as JSON from a server that does not have it. What
 * was not asked for, or is not as it was to be, is refused before memory is taken for it.
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
  throw refusal(
    `The input "${name}" is ${dtype}, which cannot be sent to a server. Export the model without it.`,
  );
}

async function readAnswer(
  { address: { host } }: Server,
  answer: IncomingMessage,
  asked: readonly AskedOutput[],
): Promise<Map<string, GivenOutput>> {
  if (isPage(answer)) throw otherThanProtocol(host, 'a web page');
  const reader = byteReader(answer as AsyncIterable<Buffer>);
  const length = headerLength(answer, host);
  if (length === undefined) {
    const most = MOST_HEADER + JSON_BYTES * asked.reduce((sum, { dims }) => sum + largest(dims), 0);
    const json = await reader.rest(most);
    if (json === null) throw otherThanProtocol(host, `more than the ${most} bytes that were asked for`);
    return new Map(
      outputsIn(json, asked, host).map(({ said, dims, type }) => [said.name, inJson(said, dims, type, host)]),
    );
  }
  const header = new Uint8Array(length);
  await reader.fill(header);
  const outputs = outputsIn(Buffer.from(header), asked, host);
  const given = new Map<string, GivenOutput>();
  for (const { said, dims, type } of outputs) {
    const size = said.parameters?.binary_data_size;
    if (size === undefined) {
      given.set(said.name, inJson(said, dims, type, host));
      continue;
    }
    const due = dims.reduce((product, dim) => product * dim, BYTES[type]);
    if (size !== due) throw otherThanProtocol(host, `${size} bytes for "${said.name}" in place of ${due}`);
    const bytes = new Uint8Array(size);
    await reader.fill(bytes);
    given.set(said.name, { dims, bytes });
  }
  return given;
}

/** Bytes of JSON at the start; nothing where all is JSON. */
function headerLength(answer: IncomingMessage, host: string): number | undefined {
  const said = answer.headers['inference-header-content-length'];
  if (said === undefined) return undefined;
  const length = Number(said);
  if (Number.isInteger(length) && length > 0 && length <= MOST_HEADER) return length;
  throw otherThanProtocol(host, `a header of ${String(said).slice(0, 20)} bytes`);
}

function outputsIn(
  json: Buffer,
  asked: readonly AskedOutput[],
  host: string,
): { said: Output; dims: number[]; type: AskedOutput['datatype'] }[] {
  let parsed;
  try {
    parsed = Response.safeParse(JSON.parse(json.toString('utf8')));
  } catch {
    throw otherThanProtocol(host, 'text that is no JSON');
  }
  if (!parsed.success) throw otherThanProtocol(host, 'JSON of another form');
  const { outputs } = parsed.data;
  const missing = asked.find(({ name }) => !outputs.some((said) => said.name === name));
  if (missing) throw otherThanProtocol(host, `no output "${missing.name}"`);
  if (outputs.length !== asked.length) throw otherThanProtocol(host, 'outputs that were not asked for');
  return outputs.map((said) => {
    const { datatype, dims } = asked.find(({ name }) => name === said.name)!;
    const isRight =
      said.datatype === datatype &&
      said.shape.length === dims.length &&
      said.shape.every((size, axis) => size === dims[axis] || (dims[axis] === null && size <= MOST_OPEN));
    if (isRight) return { said, dims: said.shape, type: datatype };
    const shape = (sizes: readonly (number | null)[]) => `[${sizes.map((size) => size ?? 'n').join(', ')}]`;
    throw otherThanProtocol(
      host,
      `"${said.name}" as ${said.datatype.slice(0, 20)} ${shape(said.shape.slice(0, 8))} in place of ${datatype} ${shape(dims)}`,
    );
  });
}

function inJson(
  { name, data = [] }: Output,
  dims: number[],
  type: AskedOutput['datatype'],
  host: string,
): GivenOutput {
  const numbers = data.flat(Infinity);
  const due = dims.reduce((product, dim) => product * dim, 1);
  if (numbers.length !== due || !numbers.every((number) => typeof number === 'number'))
    throw otherThanProtocol(host, `${numbers.length} numbers for "${name}" in place of ${due}`);
  if (type === 'UINT8') return { dims, bytes: Uint8Array.from(numbers as number[]) };
  return { dims, bytes: new Uint8Array(Float32Array.from(numbers as number[]).buffer) };
}

function largest(dims: AskedOutput['dims']): number {
  return dims.reduce<number>((product, dim) => product * (dim ?? MOST_OPEN), 1);
}

export function otherThanProtocol(host: string, what: string): AttnscopeError {
  return refusal([
    sentence(
      'The server {host} answers with {what}, so nothing of it is used. Look whether it speaks the Open Inference Protocol 2, and serves the file that "attnscope tap" wrote.',
      { host, what },
    ),
  ]);
}
