import { ABOUT } from '../../../model/tap/server/tapForServer';
import type { TensorInput } from '../../../protocol/borders/inference';
import type { AttnscopeError } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';
import { ServedModel } from '../../../protocol/requests/tap';
import { z } from '../../../protocol/schema';
import { sentence } from '../../../protocol/sentence';
import { byteReader } from './byteReader';
import { exchange, isPage, type Server } from './exchange';
import { infer } from './infer';
import { insistently } from './insistently';
import { otherThanProtocol, refusal, webPage } from './refusals';

/** Of what a server says of a model, bytes. */
const MOST_BYTES = 2 ** 22;

const Port = z.looseObject({ name: z.string(), shape: z.array(z.int()) });
/** `GET v2/models/NAME` (kserve/open-inference-protocol, "Model Metadata"). */
const Metadata = z.looseObject({ name: z.string(), inputs: z.array(Port), outputs: z.array(Port) });

/** What a served model says of itself, and the bytes in which it does. */
export interface Described {
  served: ServedModel;
  about: Uint8Array;
}

/** Asks a server what its model is. Throws `bad-model` where it is none that `attnscope tap` wrote. */
export async function describeServed(server: Server): Promise<Described> {
  const { host, name } = server.address;
  const metadata = await insistently(() =>
    exchange(server, '', undefined, async (answer) => {
      if (isPage(answer)) throw webPage(host);
      const json = await byteReader(answer as AsyncIterable<Buffer>).rest(MOST_BYTES);
      return json === null ? undefined : parsed(json, Metadata);
    }),
  );
  if (!metadata)
    throw otherThanProtocol(sentence('The server {host} does not describe its model.', { host }));
  const length = metadata.outputs.find((output) => output.name === ABOUT)?.shape[0] ?? 0;
  if (metadata.name !== name || length < 1 || length > MOST_BYTES) throw notTapped(server);
  // Whatever is fed, it says the same: one token that every vocabulary has.
  const inputs = metadata.inputs.map(({ name: input }): [string, TensorInput] => [
    input,
    { dtype: 'int64', dims: [1, 1], data: [input === 'attention_mask' ? 1 : 0] },
  ]);
  const given = await infer(server, Object.fromEntries(inputs), [
    { name: ABOUT, datatype: 'UINT8', dims: [length] },
  ]);
  const about = given.get(ABOUT)!.bytes;
  const served = parsed(Buffer.from(about), ServedModel);
  if (!served || !isWhole(served)) throw notTapped(server);
  const missing = served.outputs.find(
    ({ tensor }) => !metadata.outputs.some((output) => output.name === tensor),
  );
  if (missing) {
    throw refusal([
      sentence(
        'The server {host} leaves out the output {output} of the model {name}. Its configuration must name all outputs of the file.',
        { host, output: plainText(missing.tensor, 60), name: plainText(name, 60) },
      ),
    ]);
  }
  return { served, about };
}

/** Whether every output belongs to a layer that is there. */
function isWhole({ layers, outputs }: ServedModel): boolean {
  return layers.length > 0 && outputs.every(({ layer }) => layer < layers.length);
}

function parsed<T>(json: Buffer, schema: z.ZodType<T>): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(json.toString('utf8')));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function notTapped({ address: { host, name } }: Server): AttnscopeError {
  return refusal([
    sentence(
      'The model {name} of the server {host} does not give its attention: it is not served from a file that "attnscope tap" wrote. Write one, and serve that.',
      { name: plainText(name, 60), host },
    ),
  ]);
}
