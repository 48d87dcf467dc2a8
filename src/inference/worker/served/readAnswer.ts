import type { IncomingMessage } from 'node:http';
import { plainText, quoted } from '../../../protocol/plainText';
import { z } from '../../../protocol/schema';
import { sentence } from '../../../protocol/sentence';
import { byteReader } from './byteReader';
import { isPage, type Server } from './exchange';
import { otherThanProtocol, webPage } from './refusals';

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
 * Takes in the answer to a run. What was not asked for, or is not as it was to be, is refused before memory is taken for it.
 */
export async function readAnswer(
  { address: { host } }: Server,
  answer: IncomingMessage,
  asked: readonly AskedOutput[],
): Promise<Map<string, GivenOutput>> {
  if (isPage(answer)) throw webPage(host);
  const reader = byteReader(answer as AsyncIterable<Buffer>);
  const length = headerLength(answer, host);
  if (length === undefined) {
    const most = MOST_HEADER + JSON_BYTES * asked.reduce((sum, { dims }) => sum + largest(dims), 0);
    const json = await reader.rest(most);
    if (json === null) {
      throw otherThanProtocol(
        sentence('The server {host} answers with more than the {most} bytes that were asked for.', {
          host,
          most,
        }),
      );
    }
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
    if (size !== due) {
      throw otherThanProtocol(
        sentence('The server {host} gives {size} bytes for the output {name} in place of {due}.', {
          ...{ host, size, due, name: quoted(said.name) },
        }),
      );
    }
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
  throw otherThanProtocol(
    sentence('The server {host} answers with a header of {size} bytes.', {
      host,
      size: String(said).slice(0, 20),
    }),
  );
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
    throw otherThanProtocol(sentence('The server {host} answers with text that is no JSON.', { host }));
  }
  if (!parsed.success)
    throw otherThanProtocol(sentence('The server {host} answers with JSON of another form.', { host }));
  const { outputs } = parsed.data;
  const missing = asked.find(({ name }) => !outputs.some((said) => said.name === name));
  if (missing) {
    throw otherThanProtocol(
      sentence('The server {host} answers without the output {name}.', { host, name: quoted(missing.name) }),
    );
  }
  if (outputs.length !== asked.length)
    throw otherThanProtocol(
      sentence('The server {host} answers with outputs that were not asked for.', { host }),
    );
  return outputs.map((said) => {
    const { datatype, dims } = asked.find(({ name }) => name === said.name)!;
    const isRight =
      said.datatype === datatype &&
      said.shape.length === dims.length &&
      said.shape.every((size, axis) => size === dims[axis] || (dims[axis] === null && size <= MOST_OPEN));
    if (isRight) return { said, dims: said.shape, type: datatype };
    const shape = (sizes: readonly (number | null)[]) => `[${sizes.map((size) => size ?? 'n').join(', ')}]`;
    throw otherThanProtocol(
      sentence('The server {host} gives the output {name} as {given} in place of {due}.', {
        ...{ host, name: quoted(said.name) },
        given: `${plainText(said.datatype, 20)} ${shape(said.shape.slice(0, 8))}`,
        due: `${datatype} ${shape(dims)}`,
      }),
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
    throw otherThanProtocol(
      sentence('The server {host} gives {size} numbers for the output {name} in place of {due}.', {
        ...{ host, size: numbers.length, due, name: quoted(name) },
      }),
    );
  if (type === 'UINT8') return { dims, bytes: Uint8Array.from(numbers as number[]) };
  return { dims, bytes: new Uint8Array(Float32Array.from(numbers as number[]).buffer) };
}

function largest(dims: AskedOutput['dims']): number {
  return dims.reduce<number>((product, dim) => product * (dim ?? MOST_OPEN), 1);
}
